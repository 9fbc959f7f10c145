// Bytes a second of the peers on one text: numbers and percentages, sentences. Prints JSON, one line.
// usage: node peers.js TEXT
import fs from 'node:fs';
import recognizers from '@microsoft/recognizers-text-suite';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const paragraphs = fs.readFileSync(process.argv[2], 'utf8').split('\n\n').filter(Boolean);
const bytes = (list) => list.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

// Processor seconds of one pass over `list`, after a warm-up on a tenth of it.
function measure(list, work) {
  for (const text of list.slice(0, Math.ceil(list.length / 10))) work(text);
  const before = process.cpuUsage();
  let found = 0;
  for (const text of list) found += work(text);
  const used = process.cpuUsage(before);
  return { megabytes_a_second: bytes(list) / used.user, found };   // bytes a microsecond are megabytes a second
}

const wink = winkNLP(model, ['sbd']);
const some = paragraphs.slice(0, Math.ceil(paragraphs.length / 4));   // the slow ones get a quarter
console.log(JSON.stringify({
  'recognizers-text, numbers and percentages': measure(some, (t) =>
    recognizers.recognizeNumber(t, recognizers.Culture.English).length + recognizers.recognizePercentage(t, recognizers.Culture.English).length),
  'wink-nlp, sentences': measure(paragraphs, (t) => wink.readDoc(t).sentences().length()),
  'compromise, sentences': measure(some, (t) => nlp.tokenize(t).sentences().length),
}));
