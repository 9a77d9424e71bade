import type { Processor, State } from './definition.ts';
import type { Report, ValidationContext } from './diagnostic.ts';
import { isObject } from './json.ts';

const READERS = /^arn:aws[\w-]*:states:[\w-]*:\d*:(aws-sdk:)?s3:(getObject|listObjectsV2)$/;
const WRITERS = /^arn:aws[\w-]*:states:[\w-]*:\d*:(aws-sdk:)?s3:putObject$/;

/** Fields of a Map state that only one that is distributed can have. */
const DISTRIBUTED_ONLY = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'] as const;

/** Values that fields within a Map state may have. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'ItemReader/ReaderConfig/InputType': ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'],
  'ItemReader/ReaderConfig/ManifestType': ['S3_INVENTORY', 'ATHENA_DATA'],
  'ItemReader/ReaderConfig/Transformation': ['NONE', 'LOAD_AND_FLATTEN'],
  'ItemReader/ReaderConfig/CSVDelimiter': ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'],
  'ItemReader/ReaderConfig/CSVHeaderLocation': ['FIRST_ROW', 'GIVEN'],
  'ResultWriter/WriterConfig/OutputType': ['JSON', 'JSONL'],
  'ResultWriter/WriterConfig/Transformation': ['NONE', 'COMPACT', 'FLATTEN'],
};

/** Longest label. */
const LONGEST_LABEL = 40;

export const isDistributed = (processor: Processor | undefined): boolean =>
  processor?.ProcessorConfig?.Mode === 'DISTRIBUTED';

/** Checks the fields that a Map state has beyond other states. */
export const checkMap = (state: State, at: string, context: ValidationContext, report: Report): void => {
  const processor = state.ItemProcessor ?? state.Iterator;
  if (processor === undefined) {
    report('These fields are required: [ItemProcessor]', at);
    return;
  }
  checkValues(state, at, report);
  if (isDistributed(processor)) {
    const where = `${at}/${state.ItemProcessor ? 'ItemProcessor' : 'Iterator'}/ProcessorConfig`;
    const type = processor.ProcessorConfig?.ExecutionType;
    if (context.type === 'EXPRESS') report('Express state machine does not support Distributed Map', `${where}/Mode`);
    if (type === undefined) report('These fields are required: [ExecutionType]', where);
    else if (type !== 'STANDARD' && type !== 'EXPRESS')
      report(
        "The field 'ExecutionType' should have one of these values: [STANDARD, EXPRESS]",
        `${where}/ExecutionType`,
      );
  } else {
    for (const field of DISTRIBUTED_ONLY) {
      if (field in state)
        report(`Field '${field}' is only supported by a Map state in DISTRIBUTED mode`, `${at}/${field}`);
    }
  }
  checkLabel(state, at, report);
  checkReader(state, at, report);
  checkBatcher(state, at, report);
  checkWriter(state, at, report);
};

const checkValues = (state: State, at: string, report: Report): void => {
  for (const [path, values] of Object.entries(VALUES)) {
    let value: unknown = state;
    for (const name of path.split('/')) value = isObject(value) ? value[name] : undefined;
    if (value === undefined || values.includes(value as string)) continue;
    report(
      `The field '${path.split('/').at(-1)}' should have one of these values: [${values.join(', ')}]`,
      `${at}/${path}`,
    );
  }
};

const checkLabel = ({ Label }: State, at: string, report: Report): void => {
  if (Label === undefined) return;
  if (typeof Label !== 'string' || Label.length === 0 || Label.length > LONGEST_LABEL)
    report(`Label must have 1 to ${LONGEST_LABEL} characters`, `${at}/Label`);
  else if (/[\s?*<>{}[\]:;,\\|^~$#%&`"\p{Cc}]/u.test(Label))
    report('Label must not contain white space, wildcards, brackets or special characters', `${at}/Label`);
};

const checkReader = ({ ItemReader }: State, at: string, report: Report): void => {
  if (ItemReader === undefined) return;
  const place = `${at}/ItemReader`;
  const { Resource, ReaderConfig = {} } = ItemReader;
  if (Resource === undefined) return void report('These fields are required: [Resource]', place);
  if (!READERS.test(Resource)) {
    return void report(
      `The resource provided ${Resource} cannot read items. Use s3:getObject or s3:listObjectsV2`,
      place,
    );
  }
  if (!('Parameters' in ItemReader || 'Arguments' in ItemReader))
    report('These fields are required: [Parameters or Arguments]', place);
  const { InputType, Transformation, CSVHeaderLocation, CSVHeaders, ManifestType } = ReaderConfig;
  const config = `${place}/ReaderConfig`;
  const lists = Resource.endsWith('listObjectsV2');
  if (InputType === 'PARQUET')
    report('Parquet cannot be read by this runtime; use CSV, JSON or JSONL', `${config}/InputType`);
  if (!lists && InputType === undefined && ManifestType === undefined)
    report('These fields are required: [InputType]', config);
  if (lists && Transformation === 'LOAD_AND_FLATTEN' && InputType === undefined)
    report('These fields are required: [InputType]', config);
  if (InputType === 'CSV' && CSVHeaderLocation === undefined && (!lists || Transformation === 'LOAD_AND_FLATTEN'))
    report('These fields are required: [CSVHeaderLocation]', config);
  if (CSVHeaderLocation === 'GIVEN' && !Array.isArray(CSVHeaders))
    report('These fields are required: [CSVHeaders]', config);
};

const checkBatcher = ({ ItemBatcher }: State, at: string, report: Report): void => {
  if (ItemBatcher === undefined) return;
  const limits = ['MaxItemsPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath'];
  if (!limits.some((field) => field in ItemBatcher))
    report('These fields are required: [MaxItemsPerBatch or MaxInputBytesPerBatch]', `${at}/ItemBatcher`);
};

const checkWriter = ({ ResultWriter }: State, at: string, report: Report): void => {
  if (ResultWriter === undefined) return;
  const place = `${at}/ResultWriter`;
  const { Resource, WriterConfig } = ResultWriter;
  if (Resource === undefined && WriterConfig === undefined)
    report('These fields are required: [Resource or WriterConfig]', place);
  if (Resource === undefined) return;
  if (!WRITERS.test(Resource))
    report(`The resource provided ${Resource} cannot write results. Use s3:putObject`, place);
  if (!('Parameters' in ResultWriter || 'Arguments' in ResultWriter))
    report('These fields are required: [Parameters or Arguments]', place);
};
