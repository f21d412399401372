package io.parley.bench.processes;

/**
 * Memory of a process tree in bytes.
 *
 * @param resident sum over the processes; what two of them share counts twice
 * @param proportional sum over the processes; what is shared counts in parts
 */
public record Memory(long resident, long proportional) {

    public static final Memory NONE = new Memory(0, 0);

    public Memory plus(Memory other) {
        return new Memory(resident + other.resident, proportional + other.proportional);
    }
}
