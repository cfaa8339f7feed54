import type { Input } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import type { PinnedCitation } from '#shared/domain/review/assessment.ts';
import { checkCitations, titlesOf } from '#shared/domain/law/citationCheck.ts';
import { type CitationContext, heldVersions } from '#shared/domain/law/citationContext.ts';
import {
  type CitationMention,
  type HomePlace,
  parseCitations,
} from '#shared/domain/law/citationGrammar.ts';
import { citeText, resolveCitation } from '#shared/domain/law/citationResolve.ts';
import { pinnedFault } from '#shared/domain/law/pinnedCheck.ts';
import { partsOf } from '#shared/domain/text/partText.ts';
import type { CitationReport, ParsedCitation } from '#shared/domain/law/statuteReport.ts';
import type { Desk } from '../desk.ts';
import { anchorAt } from './evidence.ts';
import { requireDocument } from './documents.ts';
import { citationContext, readMissingStatutes, requireLaw } from './statuteShelf.ts';
import { readVersion, requireVersion } from './versionText.ts';

type CitationChannel = Extract<keyof Handlers, `citation.${string}`>;

/** Citations of law: what a text cites, and whether a document's citations still stand. */
export function citationHandlers(desk: Desk): Pick<Handlers, CitationChannel> {
  return {
    'citation.parse': async (input) => {
      await readTexts(desk);
      return parse(desk, input);
    },
    'citation.check': async ({ versionId }) => {
      await readTexts(desk);
      return checkVersion(desk, versionId);
    },
    'citation.checkText': async ({ parts, titles }) => {
      await readTexts(desk);
      const context = citationContext(desk);
      const citations = checkCitations(
        parts.map((text) => ({ text })),
        context,
        titles,
      );
      return reportOf(
        context,
        citations.map((one) => ({ ...one, anchor: null })),
      );
    },
  };
}

async function readTexts(desk: Desk): Promise<void> {
  if (desk.hasSession()) await readMissingStatutes(desk);
}

function reportOf(
  context: CitationContext,
  citations: CitationReport['citations'],
): CitationReport {
  return { day: context.day, heldTexts: context.held.length, citations };
}

function checkVersion(desk: Desk, versionId: string): CitationReport {
  const session = desk.session();
  const version = requireVersion(session, versionId);
  const extraction = readVersion(session, version);
  const { title } = requireDocument(session, version.documentId);
  const context = citationContext(desk);
  const parts = partsOf(extraction);
  const titles = [title, ...titlesOf(version.fileName, parts)];
  const citations = checkCitations(parts, context, titles).map((one) => ({
    ...one,
    anchor: anchorAt(
      versionId,
      extraction,
      { part: one.part, offset: one.start },
      { part: one.part, offset: one.end },
    ),
  }));
  return reportOf(context, citations);
}

function parse(desk: Desk, input: Input<'citation.parse'>): ParsedCitation[] {
  const context = citationContext(desk);
  const home: HomePlace | null = input.home
    ? {
        law: requireLaw(context, input.home.law),
        article: input.home.article,
        paragraph: input.home.paragraph,
      }
    : null;
  return parseCitations(input.text, context.names, home).map((mention) =>
    parsedOf(context, mention),
  );
}

function parsedOf(context: CitationContext, mention: CitationMention): ParsedCitation {
  const resolution = resolveCitation(mention, context);
  const law = 'law' in resolution ? resolution.law : null;
  const version = 'version' in resolution ? resolution.version : null;
  const held = law
    ? heldVersions(context, law).find((one) => one.version.versionDate === version)
    : undefined;
  const { start, end, quote, place } = mention;
  return {
    start,
    end,
    quote,
    kind: resolution.kind,
    law: law?.citeTitle ?? mention.name,
    lawCode: law?.code ?? null,
    ...place,
    cite: law ? citeText(law, place) : null,
    version,
    versionId: held?.version.id ?? null,
    against: 'against' in resolution ? resolution.against : null,
    text: resolution.kind === 'resolved' ? resolution.text : null,
    candidates: resolution.kind === 'ambiguous' ? resolution.laws.map(({ title }) => title) : [],
  };
}

/** What is wrong with a finding's citations on a day: one that does not resolve weighs more than an outdated one. */
export function citationFaults(
  desk: Desk,
  findings: readonly { readonly id: string; readonly citations: readonly PinnedCitation[] }[],
  day: string,
): { readonly findingId: string; readonly fault: 'unresolved' | 'outdated' }[] {
  const context = citationContext(desk, day);
  return findings.flatMap(({ id, citations }) => {
    const faults = citations.map((one) => pinnedFault(one, context));
    const fault =
      faults.find((one) => one === 'unresolved') ??
      faults.find((one) => one === 'outdated') ??
      null;
    return fault === null ? [] : [{ findingId: id, fault }];
  });
}
