import type { AnomaliesResult } from '../../schemas/evaluation/comparison.js'
import type { Anomaly } from '../../schemas/evaluation/expectation.js'
import type { Issue } from '../../schemas/message.js'
import { share } from './measures.js'

/** Which of the source's anomalies the plan reports, and what it reports that is none of them. */
export function compareAnomalies(expected: readonly Anomaly[], issues: readonly Issue[]): AnomaliesResult {
  const missed = expected.filter((anomaly) => !issues.some((issue) => accounts(anomaly, issue)))
  const alarms = issues.filter(
    (issue) => issue.severity !== 'info' && !expected.some((anomaly) => accounts(anomaly, issue)),
  )
  return { raised: share(expected.length - missed.length, expected.length), missed, alarms }
}

function accounts(anomaly: Anomaly, issue: Issue): boolean {
  return anomaly.code === issue.code && (anomaly.target === null || anomaly.target === issue.target)
}
