package io.dockerops.dsl.compile.unit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A unit as bytes. */
public final class UnitFormat {

    private UnitFormat() {}

    public static byte[] write(CompiledUnit unit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(unit.classes().size());
            for (Map.Entry<String, byte[]> type : unit.classes().entrySet()) {
                out.writeUTF(type.getKey());
                out.writeInt(type.getValue().length);
                out.write(type.getValue());
            }
            out.writeInt(unit.files().size());
            for (Map.Entry<String, String> file : unit.files().entrySet()) {
                out.writeUTF(file.getKey());
                out.writeUTF(file.getValue());
            }
            out.writeInt(unit.blocks().size());
            for (String block : unit.blocks()) {
                out.writeUTF(block);
            }
            out.writeInt(unit.calls().size());
            for (CallSite call : unit.calls()) {
                write(out, call);
            }
            out.writeInt(unit.includes().size());
            for (IncludeSite include : unit.includes()) {
                out.writeUTF(include.path());
                write(out, include.call());
                out.writeBoolean(include.always());
            }
            out.writeInt(unit.libraries().size());
            for (LibrarySite library : unit.libraries()) {
                out.writeUTF(library.word());
                out.writeInt(library.said().size());
                for (Map.Entry<String, String> each : library.said().entrySet()) {
                    out.writeUTF(each.getKey());
                    out.writeUTF(each.getValue());
                }
                write(out, library.call());
            }
        }
        return bytes.toByteArray();
    }

    /**
     * The unit that {@link #write} has made bytes of.
     *
     * @throws IOException when {@code bytes} are no unit
     */
    public static CompiledUnit read(byte[] bytes, int offset, int length) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            Map<String, byte[]> classes = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                classes.put(name, in.readNBytes(in.readInt()));
            }
            Map<String, String> files = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                files.put(in.readUTF(), in.readUTF());
            }
            List<String> blocks = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                blocks.add(in.readUTF());
            }
            List<CallSite> calls = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                calls.add(readCall(in));
            }
            List<IncludeSite> includes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                includes.add(new IncludeSite(in.readUTF(), readCall(in), in.readBoolean()));
            }
            List<LibrarySite> libraries = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                libraries.add(readLibrary(in));
            }
            return new CompiledUnit(classes, files, blocks, calls, includes, libraries);
        }
    }

    private static LibrarySite readLibrary(DataInputStream in) throws IOException {
        String word = in.readUTF();
        Map<String, String> said = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            said.put(name, in.readUTF());
        }
        return new LibrarySite(word, said, readCall(in));
    }

    private static void write(DataOutputStream out, CallSite call) throws IOException {
        out.writeUTF(call.word());
        out.writeInt(call.line());
        out.writeInt(call.endLine());
        out.writeInt(call.column());
        out.writeInt(call.endColumn());
    }

    private static CallSite readCall(DataInputStream in) throws IOException {
        return new CallSite(in.readUTF(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }
}
