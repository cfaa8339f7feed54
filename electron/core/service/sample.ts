import type { Input } from '#shared/contract/contract.ts';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Desk } from '../desk.ts';
import { Intake } from '../intake/intake.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import { loadSample, type Sample } from '../sample/sampleFile.ts';

type Own = Omit<Handlers, 'project.openSample'>;

/** The shipped sample project, opened through the same commands that a lawyer's clicks send. */
export function sampleHandlers(desk: Desk, own: Own): Pick<Handlers, 'project.openSample'> {
  return {
    'project.openSample': async (input) => {
      const sample = await loadSample(desk.ports.resourcesDir);
      return desk.jobs.run(input.jobId, (job) =>
        new SampleOpening(desk, own, input, sample, job).run(),
      );
    },
  };
}

class SampleOpening {
  readonly #desk: Desk;
  readonly #own: Own;
  readonly #commandId: string;
  readonly #sample: Sample;
  readonly #job: Job;
  #step = 0;

  constructor(desk: Desk, own: Own, input: Input<'project.openSample'>, sample: Sample, job: Job) {
    this.#desk = desk;
    this.#own = own;
    this.#commandId = input.commandId;
    this.#sample = sample;
    this.#job = job;
  }

  async run(): Promise<{ projectId: string; files: IntakeLine[] }> {
    const { project, traits, documents, items, findings } = this.#sample;
    const { id: projectId } = await this.#own['project.create']({
      commandId: this.#nextCommand(),
      fields: project,
      traits,
    });
    await this.#pinBundled(projectId);
    const versions = new Map<string, string>();
    const files: IntakeLine[] = [];
    for (const document of documents) {
      const line = await this.#takeIn(projectId, document);
      files.push(line);
      if (line.versionId !== null) versions.set(document.id, line.versionId);
    }
    const findingOf = new Map<string, string>();
    for (const { itemId, ...fields } of findings) {
      const commandId = this.#nextCommand();
      const finding = await this.#own['finding.add']({ commandId, projectId, itemId, fields });
      findingOf.set(itemId, finding.id);
    }
    for (const [index, item] of items.entries()) {
      this.#job.report(index, items.length, item.itemId);
      await this.#review(projectId, item, versions, findingOf.get(item.itemId) ?? null);
    }
    this.#job.report(items.length, items.length, '');
    return { projectId, files };
  }

  /** The sample was reviewed by the program's own lists, whatever this desk has made of them since. */
  async #pinBundled(projectId: string): Promise<void> {
    const { checklists } = await this.#own['project.show']({ projectId });
    for (const { id, hash, seal } of this.#desk.library.files) {
      if (checklists[id]?.hash === hash) continue;
      const commandId = this.#nextCommand();
      await this.#own['checklist.pin']({ commandId, projectId, versionId: seal });
    }
  }

  async #takeIn(projectId: string, document: Sample['documents'][number]): Promise<IntakeLine> {
    const order = {
      commandId: this.#nextCommand(),
      projectId,
      sources: [{ kind: 'bytes' as const, name: document.file, bytes: document.bytes }],
      type: document.type,
      supersedes: null,
    };
    const [line] = await new Intake(this.#desk, order, this.#job).run();
    if (!line || line.documentId === null) throw failureOf(line);
    await this.#own['document.rename']({
      commandId: this.#nextCommand(),
      documentId: line.documentId,
      title: document.title,
    });
    return line;
  }

  async #review(
    projectId: string,
    item: Sample['items'][number],
    versions: ReadonlyMap<string, string>,
    findingId: string | null,
  ): Promise<void> {
    const { itemId, verdict, note } = item;
    const patch = { verdict, note };
    await this.#own['review.assess']({ commandId: this.#nextCommand(), projectId, itemId, patch });
    for (const { document, quote, stance } of item.evidence) {
      const versionId = versions.get(document) ?? '';
      const anchor = await this.#own['evidence.locate']({ versionId, quote });
      await this.#own['evidence.add']({
        commandId: this.#nextCommand(),
        projectId,
        itemId,
        findingId,
        stance,
        versionId,
        start: anchor.start,
        end: anchor.end,
        quote: anchor.quote,
      });
    }
  }

  /** Derived from the order's own id, so that a retry writes nothing twice. */
  #nextCommand(): string {
    if (this.#job.signal.aborted) throw new AppError('cancelled');
    this.#step += 1;
    return `${this.#commandId}/${this.#step}`;
  }
}

function failureOf(line: IntakeLine | undefined): AppError {
  const error = line?.error ?? { code: 'internal' as const, params: {} };
  return new AppError(error.code, error.params);
}
