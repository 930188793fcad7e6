package io.dockerops.engine.rootfs

import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class StaticProgramSpec extends Specification {

    @TempDir
    Path folder

    def "a program is static when none of its headers names a loader: #bits bits, #order, headers #headers"() {
        given:
        def file = folder.resolve('program')
        Files.write(file, elf(bits, order, headers))

        expect:
        StaticProgram.is(file) == isStatic

        where:
        bits | order                    | headers   | isStatic
        64   | ByteOrder.LITTLE_ENDIAN  | [1, 1, 7] | true
        64   | ByteOrder.LITTLE_ENDIAN  | [6, 3, 1] | false
        32   | ByteOrder.LITTLE_ENDIAN  | [1, 1]    | true
        32   | ByteOrder.LITTLE_ENDIAN  | [1, 3]    | false
        64   | ByteOrder.BIG_ENDIAN     | [1, 1]    | true
        64   | ByteOrder.BIG_ENDIAN     | [3, 1]    | false
    }

    def "what is no program is not a static one: #text"() {
        given:
        def file = folder.resolve('program')
        Files.writeString(file, text)

        expect:
        !StaticProgram.is(file)

        where:
        text << ['', '#!/bin/sh\n', 'x' * 100, '\u007fELF' + '\u0001' * 80]
    }

    def "a missing file is not a static program"() {
        expect:
        !StaticProgram.is(folder.resolve('none'))
    }

    private static byte[] elf(int bits, ByteOrder order, List<Integer> headers) {
        boolean wide = bits == 64
        int size = wide ? 56 : 32
        int start = wide ? 64 : 52
        def file = ByteBuffer.allocate(start + size * headers.size() + 64)
        file.putInt(0, 0x7f454c46).put(4, (byte) (wide ? 2 : 1)).put(5, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2))
        file.order(order)
        wide ? file.putLong(32, start) : file.putInt(28, start)
        file.putShort(wide ? 54 : 42, (short) size).putShort(wide ? 56 : 44, (short) headers.size())
        headers.eachWithIndex { kind, i -> file.putInt(start + i * size, kind) }
        file.array()
    }
}
