import { AppError } from '#shared/contract/errors.ts';
import type {
  DocumentRecognition,
  RecognitionStatus,
} from '#shared/domain/recognition/recognitionStatus.ts';
import type { CliCommand, CommandInput } from '../command.ts';
import type { DeskClient } from '../deskClient.ts';
import { exit } from '../exitCodes.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';

const pollMs = 300;

export const ocrModelCommand: CliCommand = {
  name: 'ocr model',
  usage: 'ocr model DIR|FILE',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const folder = requireArgument(input.args.positionals, 0, 'ocr model DIR|FILE');
      const [source] = desk.tokensOf([folder]);
      const { model } = await desk.call('ocr.setModel', { source: source ?? null });
      return { json: { model }, lines: model ? [`${model.name}  ${model.folder}`] : [] };
    }),
};

export const ocrStatusCommand: CliCommand = {
  name: 'ocr status',
  usage: 'ocr status P',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(requireArgument(input.args.positionals, 0, 'ocr status P'));
      return answerOf(await desk.call('ocr.status', { projectId: id }), input);
    }),
};

export const ocrRunCommand: CliCommand = {
  name: 'ocr run',
  usage: 'ocr run P [--again]',
  options: { again: { type: 'boolean' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(
        requireArgument(input.args.positionals, 0, 'ocr run P [--again]'),
      );
      const action = input.args.has('again') ? 'again' : 'run';
      await desk.call('ocr.control', { projectId: id, versionId: null, action });
      const status = await untilDone(desk, id);
      if (status.problem) throw new AppError(status.problem.code, status.problem.params);
      const hasFailed = status.documents.some((one) => one.failures.length > 0);
      return { ...answerOf(status, input), ...(hasFailed ? { exitCode: exit.no } : {}) };
    }),
};

/** Waits for the queue; how far it is goes to stderr. */
async function untilDone(desk: DeskClient, projectId: string): Promise<RecognitionStatus> {
  let said = '';
  for (;;) {
    const status = await desk.call('ocr.status', { projectId });
    const waiting = status.documents
      .filter((one) => one.state === 'queued')
      .reduce((sum, one) => sum + one.waiting, 0);
    const done = status.documents.reduce((sum, one) => sum + one.done, 0);
    const line = `${done}/${done + waiting}`;
    if (line !== said) process.stderr.write(`OCR ${line}\n`);
    said = line;
    if (status.problem !== null || waiting === 0) return status;
    await new Promise((resolve) => {
      setTimeout(resolve, pollMs);
    });
  }
}

function answerOf(
  status: RecognitionStatus,
  input: CommandInput,
): { readonly json: RecognitionStatus; readonly lines: readonly string[] } {
  const lines = status.documents.map((one) => lineOf(one, input));
  return { json: status, lines: lines.length > 0 ? lines : [input.words.ocr.nothingToDo] };
}

function lineOf(one: DocumentRecognition, { words }: CommandInput): string {
  return `${one.versionId}  ${words.ocr.counts(one.done, one.waiting, one.failures.length)}  ${one.title}`;
}
