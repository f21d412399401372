package io.parley.validation.sandbox;

import java.nio.charset.StandardCharsets;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

/** How Java and the engine call each other: by addresses and lengths in the engine's memory. */
final class Wasm {

    /** Of the function that scripts call, addresses and lengths of three texts. */
    static final int HOST_ARGUMENTS = 6;

    private static final int POINTER = Integer.BYTES;

    private final Instance instance;

    Wasm(Instance instance) {
        this.instance = instance;
    }

    void initialize() {
        instance.export("initialize_runtime").apply();
    }

    byte[] compile(String source) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        int code = (int) instance.export("compileSrc").apply(write(bytes), bytes.length)[0];
        return memory().readBytes(memory().readInt(code), memory().readInt(code + POINTER));
    }

    /** Runs compiled code and what it left to be done later. */
    void run(byte[] code) {
        instance.export("eval").apply(write(code), code.length, 0, 0);
    }

    /** How long a text is that a call has as an argument, in bytes. */
    static int length(long[] arguments, int text) {
        return (int) arguments[2 * text + 1];
    }

    String text(long[] arguments, int text) {
        return memory().readString((int) arguments[2 * text], length(arguments, text));
    }

    /** What a call returns. */
    long[] reply(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int address = write(bytes);
        int reply = allocate(2 * POINTER);
        memory().writeI32(reply, address);
        memory().writeI32(reply + POINTER, bytes.length);
        return new long[] {reply};
    }

    private int write(byte[] bytes) {
        int address = allocate(bytes.length);
        memory().write(address, bytes);
        return address;
    }

    private int allocate(int size) {
        return (int) instance.export("cabi_realloc").apply(0, 0, 1, size)[0];
    }

    private Memory memory() {
        return instance.memory();
    }
}
