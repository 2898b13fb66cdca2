// Who may ask the local server: only the page it handed out itself. A name other than this machine's (DNS rebinding), another
// site's origin and a missing token are refused before anything is looked up. The token is the first part of the path, not a
// cookie: cookies are shared by all ports of a host, a path is not.
import { randomBytes, timingSafeEqual } from "node:crypto";

export function newToken() {
  return randomBytes(24).toString("base64url");
}

function sameText(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Looks at one request. Gives the path behind the token, or the status and sentence to refuse it with.
 * A request that changes something must be a POST and carry our origin; browsers send it with every POST.
 */
export function admit(request, token, port) {
  const host = request.headers.host ?? "";
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return { status: 403, text: "wrong host" };
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403, text: "wrong origin" };
  if (request.method !== "GET" && request.method !== "HEAD" && request.method !== "POST")
    return { status: 405, text: "no such method" };
  if (request.method === "POST" && origin === undefined) return { status: 403, text: "no origin" };
  let url;
  try {
    url = new URL(request.url, `http://${host}`);
  } catch {
    return { status: 400, text: "no such address" };
  }
  const [, given = "", ...rest] = url.pathname.split("/");
  if (!sameText(given, token)) return { status: 403, text: "wrong token: use the address that `npm start` printed" };
  let path;
  try {
    path = decodeURIComponent(rest.join("/"));
  } catch {
    return { status: 400, text: "no such address" };
  }
  return { status: 200, host, path, query: url.searchParams };
}
