import { z } from 'zod';
import type { RecordName } from '#shared/domain/handoff/handoffReport.ts';
import type { Project } from '#shared/domain/review/project.ts';
import type { Desk } from '../desk.ts';
import type { PartPlan } from '../handoff/importPlan.ts';
import type { EntityPlan } from '../handoff/mergePlan.ts';
import { projectLibrary } from '../library/projectLibrary.ts';
import type { Session } from '../session.ts';

const Quoted = z.object({ quote: z.string() });
const titleLength = 40;

/** What records are called, as they are here or, before an import, as a package brings them. */
export class RecordNames {
  readonly #desk: Desk;
  readonly #session: Session;
  readonly #plans: ReadonlyMap<string, EntityPlan>;

  constructor(desk: Desk, session: Session, parts: readonly PartPlan[] = []) {
    this.#desk = desk;
    this.#session = session;
    this.#plans = new Map(
      parts
        .flatMap((part) => part.entities)
        .map((plan) => [keyOf(plan.entity, plan.entityId), plan]),
    );
  }

  nameOf(entity: string, entityId: string): RecordName {
    const field = (name: string): unknown => this.#value(entity, entityId, name);
    const none: RecordName = { item: null, number: null, title: null, titleEn: null, quote: null };
    const itemId = textOf(field('itemId')) ?? itemInId(entity, entityId);
    const item = this.#itemOf(this.#projectOf(entity, entityId), itemId);
    switch (entity) {
      case 'project':
        return { ...none, title: textOf(field('name')) };
      case 'document':
        return { ...none, title: textOf(field('title')) };
      case 'documentVersion':
        return { ...none, title: textOf(field('fileName')) };
      case 'memo':
        return { ...none, number: textOf(field('number')), title: textOf(field('fileName')) };
      case 'traitAnswer':
        return { ...none, ...this.#traitOf(textOf(field('traitId'))) };
      case 'finding': {
        const title = textOf(field('problem'))?.slice(0, titleLength) ?? null;
        return { ...none, item, number: textOf(field('number')), title };
      }
      case 'evidence': {
        const quote = Quoted.safeParse(field('anchor')).data?.quote ?? null;
        return { ...none, item, quote };
      }
      default:
        return { ...none, item };
    }
  }

  /** What will stand in a field after the import, else what stands. */
  #value(entity: string, entityId: string, field: string): unknown {
    const plan = this.#plans.get(keyOf(entity, entityId));
    const planned = plan?.fields.find((one) => one.field === field)?.after.value;
    const cell = { entity, entityId, field };
    const text = planned ?? this.#session.exchange.log.lastOfCell(cell)?.value;
    return text === undefined ? null : JSON.parse(text);
  }

  #projectOf(entity: string, entityId: string): Project | null {
    const planned = this.#plans.get(keyOf(entity, entityId))?.projectId;
    const id = planned ?? this.#session.exchange.scopes.projectOf(entity, entityId);
    return id === null ? null : this.#session.projects.get(id);
  }

  /** By the wording that the project pins; one that is not here yet goes by the lists of this program. */
  #itemOf(project: Project | null, itemId: string | null): RecordName['item'] {
    if (itemId === null) return null;
    const { library } = this.#desk;
    const pinned = project ? projectLibrary(library, this.#session, project).items : null;
    const item = pinned?.get(itemId) ?? library.items.get(itemId);
    // An item of a list that is not here goes by its id.
    return { number: item?.number ?? '', title: item?.title ?? itemId };
  }

  #traitOf(traitId: string | null): Pick<RecordName, 'title' | 'titleEn'> {
    const trait = this.#desk.library.traits.find((one) => one.id === traitId);
    return { title: trait?.labelZh ?? traitId, titleEn: trait?.labelEn ?? null };
  }
}

/** Key of a record among the names of a preview. */
export function keyOf(entity: string, entityId: string): string {
  return `${entity} ${entityId}`;
}

/** The item that an assessment's id ends in: its fields may not have come along. */
function itemInId(entity: string, entityId: string): string | null {
  return entity === 'assessment' ? (entityId.split('/').at(-1) ?? null) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
