// Writes anew what is made of the code: the events' JSON Schemas and catalogue, the parity of the embedded runtime,
// and where the console draws the states of each workflow.
import '../events/generate.ts';
import '../local/parity/write.ts';
import '../web/ops/definition/generate.ts';
