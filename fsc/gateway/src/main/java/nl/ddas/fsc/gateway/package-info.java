/// Inway and Outway of FSC: everything that passes between two Peers goes through one of each.
///
/// Start with [Inway] and [Outway]; [Forwarding] is the pipe both use. Implements FSC Core "Inway", "Outway" and FSC
/// Logging; deviations are in `docs/deviations.md`. Contracts are the Manager's: see [Grants].
@NullMarked
package nl.ddas.fsc.gateway;

import org.jspecify.annotations.NullMarked;
