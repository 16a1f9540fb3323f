/// Federated Service Connectivity as values and rules: contracts and their hashes, signatures, access tokens, log
/// records, error codes. No network, no clock, no database.
///
/// Start with [ContractRules] (what happens to a contract that comes in) and [InwayTokenCheck] (what happens to a
/// request). Sources: FSC Core 2.0.0 and Logging 1.1.0; where they are silent or disagree, `docs/deviations.md`.
@NullMarked
package nl.ddas.fsc.model;

import org.jspecify.annotations.NullMarked;
