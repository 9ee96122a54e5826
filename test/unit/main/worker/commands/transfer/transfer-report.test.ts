import { expect, it } from 'vitest';
import {
  TransferReport,
  truncationOf,
} from '../../../../../../main/worker/commands/transfer/transfer-report.ts';
import { RecordingSink } from '../../../../../support/recording-sink.ts';

function sent(fill: (report: TransferReport) => void) {
  const report = new TransferReport();
  const sink = new RecordingSink();
  fill(report);
  report.send(sink);
  return { hasFailed: report.hasFailed, updates: sink.updates };
}

it('a transfer that succeeded ends with rc 0 alone', () => {
  expect(sent(() => {})).toEqual({ hasFailed: false, updates: [['rc', 0]] });
});

it('a transfer that failed ends with rc 1 and the first reason', () => {
  const { hasFailed, updates } = sent((report) => {
    report.fail();
    report.fail('first');
    report.fail('second');
  });
  expect([hasFailed, updates]).toEqual([
    true,
    [
      ['rc', 1],
      ['stderr', 'first'],
    ],
  ]);
});

it('a transfer may fail without a reason', () => {
  expect(sent((report) => report.fail()).updates).toEqual([['rc', 1]]);
});

it('a file that was too long is named', () => {
  expect(truncationOf('/a b')).toBe("Maximum filesize reached, truncating file '/a b'");
});
