import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/** Loaded before a host (`node --import`): whatever would leave this process fails, and is named on stderr for the test to see. */
function refuse(what) {
  return () => {
    process.stderr.write(`NETWORK ${what}\n`);
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
