package io.parley.validation.sandbox;

import io.roastedroot.quickjs4j.core.JavyPluginModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasi.WasiOptions;
import run.endive.wasi.WasiPreview1;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.ValType;

/**
 * A QuickJS engine that is ready to evaluate, as its memory and its stack pointer: a WebAssembly module has no other state.
 * An engine put back to it is one in which nothing was ever evaluated. Safe for many threads.
 */
final class Snapshot {

    private static final String PRELUDE = "prelude.js";

    private final byte[] memory;
    private final long stackPointer;
    private final byte[] entry;

    private Snapshot(byte[] memory, long stackPointer, byte[] entry) {
        this.memory = memory;
        this.stackPointer = stackPointer;
        this.entry = entry;
    }

    /** Starts an engine and runs the prelude in it: half a second. */
    static Snapshot take() {
        Instance instance = instance((engine, arguments) -> {
            throw new IllegalStateException("the prelude calls nobody");
        });
        Wasm wasm = new Wasm(instance);
        wasm.initialize();
        wasm.run(wasm.compile(prelude()));
        byte[] entry = wasm.compile("globalThis.run()");
        if (instance.globalCount() != 1) {
            throw new IllegalStateException("the engine has more state than its memory and its stack pointer");
        }
        byte[] memory = instance.memory().readBytes(0, size(instance));
        return new Snapshot(memory, instance.global(0).getValue(), entry);
    }

    /** An engine of this state, with a way to the outside. */
    Instance engine(WasmFunctionHandle host) {
        Instance instance = instance(host);
        instance.memory().grow((memory.length - size(instance)) / ByteArrayMemory.PAGE_SIZE);
        restore(instance);
        return instance;
    }

    /** Puts an engine back to this state. */
    void restore(Instance engine) {
        engine.memory().write(0, memory);
        engine.global(0).setValue(stackPointer);
    }

    /** Whether an engine can be put back: memory that it took beyond this state cannot be taken away from it. */
    boolean fits(Instance engine) {
        return size(engine) == memory.length;
    }

    /** The code that evaluates. */
    byte[] entry() {
        return entry;
    }

    private static int size(Instance instance) {
        return instance.memory().pages() * ByteArrayMemory.PAGE_SIZE;
    }

    /** It can ask for the time and for random bytes; there are no files, no environment, no input. */
    private static Instance instance(WasmFunctionHandle host) {
        WasiPreview1 system = WasiPreview1.builder()
                .withOptions(WasiOptions.builder().build())
                .build();
        FunctionType type = FunctionType.of(
                Collections.nCopies(Wasm.HOST_ARGUMENTS, ValType.I32), Collections.nCopies(1, ValType.I32));
        return Instance.builder(JavyPluginModule.load())
                .withMachineFactory(JavyPluginModule::create)
                .withMemoryFactory(
                        limits -> new ByteArrayMemory(new MemoryLimits(limits.initialPages(), Engine.MOST_PAGES)))
                .withImportValues(ImportValues.builder()
                        .addFunction(system.toHostFunctions())
                        .addFunction(new HostFunction("endive", "invoke", type, host))
                        .build())
                .build();
    }

    private static String prelude() {
        try (InputStream prelude = Snapshot.class.getResourceAsStream(PRELUDE)) {
            if (prelude == null) {
                throw new IllegalStateException(PRELUDE + " is missing");
            }
            return new String(prelude.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(PRELUDE + " cannot be read", unreadable);
        }
    }
}
