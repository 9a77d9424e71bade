import { accessLogLine } from '../access-log.ts';
import type { GatewayOptions } from '../options.ts';
import { commonLogTime } from '../time.ts';
import type { Occasion } from './event.ts';
import type { Answered } from './integrate.ts';

/** Writes the access log of WebSocket APIs: a line for every event. */
export const createSocketLog =
  ({ log, clock }: GatewayOptions) =>
  (
    answered: Answered,
    { connection, stage, routeKey, requestId, now, domainName }: Occasion,
    eventType: string,
  ): void => {
    if (!stage.accessLog) return;
    const { group, format } = stage.accessLog;
    const failed = answered.ok ? undefined : answered;
    const values = {
      ...{ requestId, extendedRequestId: requestId, routeKey, eventType, domainName, status: answered.status },
      ...{ connectionId: connection.id, connectedAt: connection.connectedAt, apiId: connection.apiId },
      ...{ stage: stage.name, messageDirection: 'IN', requestTime: commonLogTime(now), requestTimeEpoch: now },
      ...(eventType === 'MESSAGE' ? { messageId: requestId } : {}),
      'identity.sourceIp': connection.sourceIp,
      'identity.userAgent': connection.userAgent,
      'authorizer.principalId': connection.authorizer?.principalId as string | undefined,
      integrationStatus: answered.status,
      integrationLatency: clock.now() - now,
      'error.message': failed?.text,
      'error.messageString': failed && JSON.stringify(failed.text),
      integrationErrorMessage: failed?.message,
    };
    log({ group, stream: connection.apiId, message: accessLogLine(format, values), at: clock.now() });
  };
