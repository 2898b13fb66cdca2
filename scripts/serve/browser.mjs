// Opens an address in the person's browser, where there is one.
import { spawn } from "node:child_process";

function opener() {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["cmd", "/c", "start", ""];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ["xdg-open"] : undefined;
}

export function openBrowser(address) {
  const command = opener();
  if (!command || process.env.CI) return;
  const child = spawn(command[0], [...command.slice(1), address], { stdio: "ignore", detached: true });
  child.on("error", () => {
    // No such command: the address is on the screen.
  });
  child.unref();
}
