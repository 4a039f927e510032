// Runs Azurite for as long as somebody uses it. Every user holds a connection to the control port; when the last one
// goes (also by kill -9) Azurite writes its data and ends. A user that leaves with "stop" is told "last" or "shared";
// the last one ends it at once and may wait for this process.
// Arguments: the folder of node_modules, the file that tells where the services listen, then Azurite's own arguments.
"use strict";
const fs = require("fs");
const net = require("net");
const path = require("path");

const [modules, endpointFile, ...azuriteArguments] = process.argv.slice(2);
const firstUserWithinMs = 60000;
const graceMs = 5000;

// Ctrl-C reaches the whole terminal group; the users decide, not the signal.
for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});
const once = process.once;
process.once = function (event, listener) {
  return event === "SIGINT" ? this : once.call(this, event, listener);
};
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const users = new Set();
let closing = false;
let ending = false;
let timer = setTimeout(close, firstUserWithinMs);

const control = net.createServer((socket) => {
  if (closing || ending) return socket.destroy();
  clearTimeout(timer);
  users.add(socket);
  socket.on("data", (data) => {
    if (socket.stops || !data.includes("stop")) return;
    socket.stops = true;
    ending = [...users].every((user) => user.stops);
    socket.write(ending ? "last\n" : "shared\n");
  });
  socket.on("error", () => {});
  socket.on("end", () => socket.end());
  socket.on("close", () => {
    users.delete(socket);
    if (users.size === 0) timer = setTimeout(close, socket.stops ? 0 : graceMs);
  });
  socket.write("ok\n");
});

function close() {
  if (closing) return;
  closing = true;
  control.close();
  process.emit("SIGTERM");
  setTimeout(() => process.exit(0), 10000).unref();
}

process.on("SIGTERM", () => { closing = true; control.close(); });
process.on("exit", () => fs.rmSync(endpointFile, { force: true }));

const ports = {};
console.log = (line) => {
  const match = /Azurite (\w+) service is successfully listening at http:\/\/[^:]+:(\d+)/.exec(String(line));
  if (!match) return;
  ports[match[1].toLowerCase()] = Number(match[2]);
  if (Object.keys(ports).length === 3) control.listen(0, "127.0.0.1", announce);
};

function announce() {
  const endpoint = { ...ports, control: control.address().port, pid: process.pid };
  fs.writeFileSync(endpointFile + ".new", JSON.stringify(endpoint), { mode: 0o600 });
  fs.renameSync(endpointFile + ".new", endpointFile);
  process.stdout.write("ready\n");
}

process.argv.splice(2, process.argv.length, ...azuriteArguments);
require(path.join(modules, "azurite", "dist", "src", "azurite.js"));
