/// Measurements that anyone repeats with `bench/meet`; whatever is compared runs side by side in one run, because on
/// a shared machine only ratios hold. Results stand in `docs/measurements.md`.
@NullMarked
package nl.ddas.bench;

import org.jspecify.annotations.NullMarked;
