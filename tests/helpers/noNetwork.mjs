import dgram from 'node:dgram';
import dns from 'node:dns';
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import workerThreads from 'node:worker_threads';

/** Loaded before a host (`node --import`): whatever would leave this process fails, and is named on stderr for the test to see. */
function refuse(what) {
  return () => {
    writeSync(2, `NETWORK ${what}\n`); // not process.stderr, which a worker's owner may drop
    throw new Error(`outgoing network: ${what}`);
  };
}
net.Socket.prototype.connect = refuse('net.connect');
dgram.Socket.prototype.send = refuse('dgram.send');
dgram.Socket.prototype.connect = refuse('dgram.connect');
for (const module of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(module)) {
    const original = module[name];
    if (!/^(lookup|resolve|reverse)/.test(name) || typeof original !== 'function') continue;
    // An address is no name: `listen` passes 127.0.0.1 through here and nothing is asked.
    module[name] = (...args) =>
      net.isIP(args[0]) === 0 ? refuse(`dns.${name}`)() : original.apply(module, args);
  }

/** What reads documents runs in threads of its own: they are hooked alike. */
workerThreads.Worker = class extends workerThreads.Worker {
  constructor(file, options = {}) {
    super(file, {
      ...options,
      execArgv: [...(options.execArgv ?? []), '--require', import.meta.filename],
    });
  }
};
syncBuiltinESMExports();
