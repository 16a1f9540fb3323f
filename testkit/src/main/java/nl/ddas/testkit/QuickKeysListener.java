// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.security.Security;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Lets every test of this process get its RSA keys from [QuickKeys]; a program that a test starts makes its
/// own. Found by JUnit through `META-INF/services`.
public final class QuickKeysListener implements LauncherSessionListener {

    /// Once in a process, also when it has one session after the other.
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Security.getProvider(QuickKeys.NAME) == null) {
            Security.insertProviderAt(new QuickKeys(), 1);
        }
    }
}
