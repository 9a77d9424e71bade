import { AwsError } from '../../aws/error.ts';
import type { Cloud, Operation } from '../../aws/service.ts';
import type { Faults } from '../faults.ts';

export type AddFaultInput = {
  Service?: string;
  Operation?: string;
  Error?: string;
  Status?: number;
  Message?: string;
  Rate?: number;
  LatencyMilliseconds?: number;
  Times?: number;
  Resource?: string;
};

const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** Has calls fail or wait from now on. Throws `ValidationException` that says what is possible instead. */
export const addFault = (faults: Faults, cloud: () => Cloud): Operation => ({
  members: ['Service', 'Operation', 'Error', 'Status', 'Message', 'Rate', 'LatencyMilliseconds', 'Times', 'Resource'],
  permissions: () => [{ action: 'faults:AddFault', resource: '*' }],
  run(input: AddFaultInput) {
    const { Service = '', Operation = '*', Error: error, Status, Message, Rate = 1, Times, Resource } = input;
    const { LatencyMilliseconds: latency = 0 } = input;
    const operations = cloud().operations(Service);
    if (!operations) throw invalid(`Service: the runtime has no service "${Service}".`);
    if (Operation !== '*' && !operations.includes(Operation))
      throw invalid(`Operation: ${Service} has no ${Operation} here; it has ${[...operations].sort().join(', ')}.`);
    if (!(Rate > 0 && Rate <= 1)) throw invalid(`Rate: ${Rate} is not above 0 and at most 1.`);
    if (!(latency >= 0)) throw invalid(`LatencyMilliseconds: ${latency} is not a number of milliseconds.`);
    if (error === undefined && latency === 0)
      throw invalid('Error or LatencyMilliseconds is needed: else nothing goes wrong.');
    if (Times !== undefined && !(Number.isInteger(Times) && Times > 0))
      throw invalid(`Times: ${Times} is no number of calls.`);
    if (Status !== undefined && !(Number.isInteger(Status) && Status >= 400 && Status <= 599))
      throw invalid(`Status: ${Status} is no status of an error, 400 to 599.`);
    const fault = faults.add({
      service: Service,
      operation: Operation,
      rate: Rate,
      latency,
      ...(error === undefined ? {} : { error }),
      ...(Status === undefined ? {} : { status: Status }),
      ...(Message === undefined ? {} : { message: Message }),
      ...(Times === undefined ? {} : { times: Times }),
      ...(Resource === undefined ? {} : { resource: Resource }),
    });
    return { Fault: fault };
  },
});
