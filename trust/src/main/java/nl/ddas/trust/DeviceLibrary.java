// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/// The library of a device (PKCS#11 2.40), begun anew. One that lost its device may keep saying so when that is
/// back: only `C_Initialize` makes it look again, and Java calls that once in the life of a program.
final class DeviceLibrary {

    /// `C_Initialize` and `C_Finalize`: a pointer in, a number out.
    private static final FunctionDescriptor FORM = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);

    /// `CK_C_INITIALIZE_ARGS`: four functions, flags, and what is reserved.
    private static final long ARGUMENTS = 6 * ValueLayout.ADDRESS.byteSize();

    private static final long FLAGS = 4 * ValueLayout.ADDRESS.byteSize();

    /// `CKF_OS_LOCKING_OK`: many threads may call.
    private static final long MANY_THREADS = 2;

    private DeviceLibrary() {}

    /// Ends the library and begins it again. All its sessions and keys are gone then, for whoever uses it in this
    /// program; nobody may be calling it meanwhile (PKCS#11 2.40, 5.4).
    ///
    /// @throws IOException when it does not begin, such as while the device is away
    @SuppressWarnings("restricted") // the library that the operator names is called anyhow, by Java
    static void restart(Path library) throws IOException {
        // The numbers of PKCS#11 are `unsigned long`, which Windows makes shorter.
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            throw new IOException("the library " + library + " can be begun anew by a restart of the program only");
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup symbols = SymbolLookup.libraryLookup(library, arena);
            // Says no more than that it had not begun, after a time that it could not.
            long _ = call(symbols, "C_Finalize", MemorySegment.NULL);
            MemorySegment arguments = arena.allocate(ARGUMENTS, ValueLayout.JAVA_LONG.byteAlignment());
            arguments.set(ValueLayout.JAVA_LONG, FLAGS, MANY_THREADS);
            long answer = call(symbols, "C_Initialize", arguments);
            if (answer != 0) {
                throw new IOException("the library " + library + " does not begin: error " + answer);
            }
        } catch (IllegalArgumentException absent) {
            throw new IOException("the library " + library + " cannot be loaded", absent);
        }
    }

    // What a call into another language throws is anything.
    @SuppressWarnings("restricted")
    private static long call(SymbolLookup symbols, String function, MemorySegment argument) throws IOException {
        MemorySegment address = symbols.find(function)
                .orElseThrow(() -> new IOException("the library of the device has no " + function));
        try {
            return (long) Linker.nativeLinker().downcallHandle(address, FORM).invokeExact(argument);
        } catch (Throwable broken) {
            throw new IOException(function + " of the library of the device failed", broken);
        }
    }
}
