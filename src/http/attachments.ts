import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { uploadAttachment, uploaderOf } from '../app/attachments/upload.js';
import type { House } from '../app/house.js';
import type { Caller } from '../domain/caller.js';
import type { ProblemCode } from '../domain/errors.js';
import { Problem } from '../domain/errors.js';
import { errorBody } from './faults.js';

const PATH = '/attachments';

/** Whether a request's body is streamed to the disk, so that it is never held and counts against no memory. */
export const isStreamed = (request: FastifyRequest): boolean => request.routeOptions.url === PATH;

const STATUS: Readonly<Record<ProblemCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, RATE_LIMITED: 429, BAD_REQUEST: 400, INTERNAL: 500 };

/** Answers what a use case threw; anything but a Problem is a failure of ours, and goes on. */
const answerProblem = async (reply: FastifyReply, error: unknown): Promise<FastifyReply> => {
  if (!(error instanceof Problem)) throw error;
  return await reply.code(STATUS[error.code]).send(errorBody([{ code: error.code, message: error.message }]));
};

const textOf = (query: unknown, name: string): string | null => {
  const value: unknown = Object(query)[name];
  return typeof value === 'string' ? value : null;
};

/** The type of the file: in the query, else the header's. What curl says of a form by itself says nothing of the file. */
const contentTypeOf = ({ query, headers }: FastifyRequest): string | null => {
  const header = headers['content-type'];
  return textOf(query, 'contentType') ?? (header === undefined || header === 'application/x-www-form-urlencoded' ? null : header);
};

const announcedBytes = ({ headers }: FastifyRequest): number | null =>
  (headers['content-length'] === undefined ? null : Number(headers['content-length']));

const upload = async (house: House, caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { raw } = request;
  try {
    const { value, faults } = await uploadAttachment(house, uploaderOf(caller), {
      fileName: textOf(request.query, 'fileName') ?? '', contentType: contentTypeOf(request), sizeBytes: announcedBytes(request),
      // Kept open where reading ends early: a caller that is told of a fault must be able to finish what it says.
      bytes: raw.iterator({ destroyOnReturn: false }),
    });
    if (value !== null) return await reply.code(201).send({ ...value, expiresAt: new Date(value.expiresAt).toISOString() });
    return await reply.code(faults.some(({ code }) => code === 'TOO_LARGE') ? 413 : 400).send(errorBody(faults));
  } catch (error) {
    // Who hung up hears no answer, and it is no failure of ours.
    if (raw.destroyed && !raw.complete) return reply.hijack();
    return await answerProblem(reply, error);
  } finally {
    // Node lets a body run out by itself only where nobody began to read it.
    raw.resume();
  }
};

/**
 * `POST /attachments?fileName=…`: a file for an email, its bytes as the body. Who may not upload is told so before a byte of
 * the body is read.
 */
export const registerAttachments = async (app: FastifyInstance, house: House, callerOf: (request: FastifyRequest) => Caller): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', async () => null);
    scope.addHook('onRequest', async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      try {
        uploaderOf(callerOf(request));
        return undefined;
      } catch (error) {
        // Node would else read the whole body of somebody who may not send one.
        if (callerOf(request).kind === 'SIGNED_OUT') void reply.header('connection', 'close');
        return await answerProblem(reply, error);
      }
    });
    scope.post(PATH, async (request, reply) => await upload(house, callerOf(request), request, reply));
  });
};
