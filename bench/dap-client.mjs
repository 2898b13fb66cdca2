// A debug adapter client on standard streams for measuring: requests with their answers, and waiting for events.
import { spawn } from "node:child_process";

/** Starts `command`; `request` gives the answer's body, `event` the body of the next event of that name. */
export function startAdapter(command, args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const answers = new Map();
  const events = [];
  let held = Buffer.alloc(0);
  let seq = 0;

  function hear(message) {
    if (message.type === "response") {
      const { resolve, reject } = answers.get(message.request_seq);
      answers.delete(message.request_seq);
      if (message.success) resolve(message.body ?? {});
      else reject(new Error(`${message.command}: ${message.message}`));
    } else if (message.type === "event") {
      const index = events.findIndex(({ names }) => names.includes(message.event));
      if (index >= 0) events.splice(index, 1)[0].resolve({ name: message.event, ...message.body });
    }
  }

  child.stdout.on("data", (bytes) => {
    held = Buffer.concat([held, bytes]);
    for (;;) {
      const end = held.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(held.subarray(0, end).toString())[1]);
      if (held.length < end + 4 + length) return;
      const text = held.subarray(end + 4, end + 4 + length).toString();
      held = held.subarray(end + 4 + length);
      hear(JSON.parse(text));
    }
  });
  return {
    request: (name, fields = {}) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify({ seq: ++seq, type: "request", command: name, arguments: fields });
        answers.set(seq, { resolve, reject });
        child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
    event: (...names) => new Promise((resolve) => events.push({ names, resolve })),
    close: () => child.kill(),
  };
}
