// What libc's functions leave in the registers that a call may destroy: no address, and easy to recognise.

/** In 64-bit mode in both halves. */
export const CLOBBERED = 0xc10bbe2dn;
export const CLOBBERED64 = (CLOBBERED << 32n) | CLOBBERED;
