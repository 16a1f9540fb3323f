// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

/// Words of the journal on disk.
final class ApprovalWords {

    static final String APPOINT = "appoint";
    static final String PROPOSE = "propose";
    static final String APPROVE = "approve";
    static final String REJECT = "reject";
    static final String WITHDRAW = "withdraw";
    static final String CARRY_OUT = "carry-out";
    static final String NOTE = "note";

    /// What stands for the line before the first.
    static final String NO_LINE = "0".repeat(64);

    private ApprovalWords() {}

    static String word(ApprovalAct act) {
        return switch (act) {
            case ApprovalAct.Appoint _ -> APPOINT;
            case ApprovalAct.Propose _ -> PROPOSE;
            case ApprovalAct.Approve _ -> APPROVE;
            case ApprovalAct.Reject _ -> REJECT;
            case ApprovalAct.Withdraw _ -> WITHDRAW;
            case ApprovalAct.CarryOut _ -> CARRY_OUT;
            case ApprovalAct.Note _ -> NOTE;
        };
    }
}
