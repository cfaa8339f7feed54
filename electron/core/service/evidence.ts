import type { Input } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Anchor, TextPoint } from '#shared/domain/text/anchor.ts';
import type { Evidence } from '#shared/domain/review/assessment.ts';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { locateQuote } from '#shared/domain/text/locateQuote.ts';
import { partsOf } from '#shared/domain/text/partText.ts';
import { placeOf } from '#shared/domain/text/place.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import { type Extraction, isPaged } from '#shared/domain/text/text.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../session.ts';
import { requireFinding } from './findings.ts';
import { definedOf } from './projects.ts';
import { requireReviewable } from './review.ts';
import { readVersion, requireVersion } from './versionText.ts';

type EvidenceChannel = Extract<keyof Handlers, `evidence.${string}`>;

/** Quotes as evidence: exact text at an exact place, checked against the text of record before it is kept. */
export function evidenceHandlers(desk: Desk): Pick<Handlers, EvidenceChannel> {
  return {
    'evidence.add': (input) => addEvidence(desk, input),
    'evidence.locate': ({ versionId, quote }) => locate(desk.session(), versionId, quote),
    'evidence.update': ({ commandId, evidenceId, patch }) => {
      const session = desk.session();
      const { projectId } = requireEvidence(session, evidenceId);
      if (patch.findingId) requireFindingOf(session, projectId, patch.findingId);
      const command = { id: commandId, name: 'evidence.update', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        w.set('evidence', evidenceId, definedOf(patch));
      });
      desk.changed(['evidence'], [projectId]);
      return requireEvidence(session, evidenceId);
    },
    'evidence.remove': ({ commandId, evidenceId }) => {
      const session = desk.session();
      const { projectId } = requireEvidence(session, evidenceId);
      const command = { id: commandId, name: 'evidence.remove', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        w.set('evidence', evidenceId, { deleted: true });
      });
      desk.changed(['evidence'], [projectId]);
      return {};
    },
  };
}

function requireEvidence(session: Session, evidenceId: string): Evidence {
  const evidence = session.review.evidence(evidenceId);
  if (!evidence) throw new AppError('not-found', { kind: 'evidence', id: evidenceId });
  return evidence;
}

/** Errors: `not-found`, also for a finding of another project. */
function requireFindingOf(session: Session, projectId: string, findingId: string): void {
  if (requireFinding(session, findingId).projectId === projectId) return;
  throw new AppError('not-found', { kind: 'finding', id: findingId });
}

function addEvidence(desk: Desk, input: Input<'evidence.add'>): Evidence {
  const session = desk.session();
  requireReviewable(desk, input.projectId, input.itemId);
  if (input.findingId !== null) requireFindingOf(session, input.projectId, input.findingId);
  const version = requireVersion(session, input.versionId);
  // What one client handed in is no evidence in another's project.
  if (session.exchange.scopes.projectOf('document', version.documentId) !== input.projectId) {
    throw new AppError('not-found', { kind: 'version', id: version.id });
  }
  const extraction = readVersion(session, version);
  const anchor = anchorAt(version.id, extraction, input.start, input.end);
  if (anchor.quote !== input.quote) throw new AppError('quote-moved');
  const person = session.person();
  const command = { id: input.commandId, name: 'evidence.add', isUndoable: true };
  const evidenceId = session.changes.write(command, person, (w) => {
    const id = session.newId();
    w.set('evidence', id, {
      projectId: input.projectId,
      itemId: input.itemId,
      findingId: input.findingId,
      versionId: version.id,
      stance: input.stance,
      anchor,
      by: person,
      at: session.now(),
      deleted: false,
    });
    return id;
  });
  desk.changed(['evidence'], [input.projectId]);
  return requireEvidence(session, evidenceId);
}

function locate(session: Session, versionId: string, quote: string): Anchor {
  const extraction = readVersion(session, requireVersion(session, versionId));
  const places = locateQuote(partsOf(extraction), quote);
  const [only] = places;
  if (!only) throw new AppError('quote-not-found', { quote });
  if (places.length > 1) throw new AppError('quote-ambiguous', { quote, count: places.length });
  return anchorAt(versionId, extraction, only.start, only.end);
}

/** The anchor of a range of text. Errors: `quote-moved` where the range is none of this text. */
export function anchorAt(
  versionId: string,
  extraction: Extraction,
  start: TextPoint,
  end: TextPoint,
): Anchor {
  const parts = partsOf(extraction);
  const text = quoteBetween(parts, start, end);
  if (!text || text.quote === '') throw new AppError('quote-moved');
  return {
    versionId,
    quote: text.quote,
    prefix: text.prefix,
    suffix: text.suffix,
    start,
    end,
    rects: isPaged(extraction) ? rectsFor(extraction.pages, start, end) : [],
    place: placeOf(parts, start),
  };
}
