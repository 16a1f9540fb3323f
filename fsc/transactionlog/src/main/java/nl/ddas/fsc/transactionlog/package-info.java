/// The TransactionLog of FSC Logging: a record is acknowledged when it is on the disk of the component that wrote it,
/// and can be read once it is loaded into PostgreSQL.
///
/// Start with [SegmentLog] (writing) and [LogTable] (reading); [SegmentLoader] carries records from one to the other.
@NullMarked
package nl.ddas.fsc.transactionlog;

import org.jspecify.annotations.NullMarked;
