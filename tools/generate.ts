// Writes anew what is made of the code: the events' JSON Schemas and catalogue, and the parity of the embedded runtime.
import '../events/generate.ts';
import '../local/parity/write.ts';
