package nl.ddas.levering.statistiek;

/// Which delivered trajecten take part.
public enum Selectie {
    /// Everything that can be read, whatever the findings.
    ALLE_LEESBARE,
    /// Only what no blocking Bevinding refuses: for figures.
    ALLEEN_GOEDGEKEURDE
}
