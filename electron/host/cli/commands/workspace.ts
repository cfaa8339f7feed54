import { AppError } from '#shared/contract/errors.ts';
import type { CliCommand } from '../command.ts';
import { DeskClient } from '../deskClient.ts';
import { exit } from '../exitCodes.ts';
import { askPassphrase } from '../passphrase.ts';
import { withDesk } from '../withDesk.ts';

/** Makes a workspace; the recovery key is shown this once. */
export const initCommand: CliCommand = {
  name: 'init',
  usage: 'init [--no-encryption] [--name N] [--person P]',
  options: {
    'no-encryption': { type: 'boolean' },
    name: { type: 'string' },
    person: { type: 'string' },
  },
  run: async ({ args, global, words }) => {
    const desk = new DeskClient(global.workspace);
    try {
      const { state, folder } = await desk.call('workspace.status', {});
      if (state !== 'none') throw new AppError('workspace-exists', { folder });
      const passphrase = args.has('no-encryption')
        ? null
        : await askPassphrase(words.cli.newPassphrase);
      const made = await desk.call('workspace.create', {
        name: args.text('name') ?? words.cli.defaultWorkspaceName,
        person: args.text('person') ?? args.text('name') ?? words.cli.defaultPerson,
        passphrase,
      });
      const { deviceId, recoveryKey } = made;
      const lines = [words.cli.workspaceMade(made.status.folder)];
      if (recoveryKey !== null) lines.push(words.cli.recoveryKey, recoveryKey);
      return { json: { workspace: made.status.folder, deviceId, recoveryKey }, lines };
    } finally {
      await desk.close();
    }
  },
};

export const infoCommand: CliCommand = {
  name: 'info',
  usage: 'info',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const { counts, ...info } = await desk.call('workspace.info', {});
      const lines = [
        `${info.name}  ${info.folder}`,
        ...Object.entries(counts).map(([what, count]) => `${what}: ${count}`),
      ];
      return { json: { workspace: info.folder, ...info, ...counts }, lines };
    }),
};

export const verifyCommand: CliCommand = {
  name: 'verify',
  usage: 'verify',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const report = await desk.call('workspace.verify', {});
      const lines = report.ok
        ? [input.words.cli.verified]
        : report.problems.map((problem) => `${problem.part}: ${problem.detail}`);
      const { unfinished } = input.words.handoff;
      for (const one of report.notices ?? [])
        lines.push(unfinished(one.project, one.person, one.since));
      return { json: report, lines, exitCode: report.ok ? exit.done : exit.no };
    }),
};
