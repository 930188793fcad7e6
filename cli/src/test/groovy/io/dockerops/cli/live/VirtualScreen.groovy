package io.dockerops.cli.live

import groovy.transform.CompileStatic

/** A terminal as far as {@code Screen} uses one: text, line feeds with their returns, moves up, and clearing. */
@CompileStatic
class VirtualScreen extends PrintStream {

    private final ByteArrayOutputStream bytes
    private List<StringBuilder> lines = [new StringBuilder()]
    private int row
    private int column
    private int columns
    boolean cursorVisible = true
    int writes
    String lastWrite = ''

    VirtualScreen(int columns) {
        this(columns, new ByteArrayOutputStream())
    }

    private VirtualScreen(int columns, ByteArrayOutputStream bytes) {
        super(bytes, true, 'UTF-8')
        this.bytes = bytes
        this.columns = columns
    }

    /** What can be seen, without empty lines at the end. */
    synchronized List<String> getVisible() {
        def texts = lines*.toString()*.replaceAll(/\s+$/, '')
        while (texts && !texts.last()) {
            texts.removeLast()
        }
        texts
    }

    /** Makes the terminal narrower; it wraps what is longer, as terminals do. */
    synchronized void narrow(int newColumns) {
        def wrapped = [] as List<StringBuilder>
        int newRow = 0
        lines.eachWithIndex { StringBuilder line, int at ->
            def text = line.toString().replaceAll(/\s+$/, '')
            do {
                wrapped << new StringBuilder(text.take(newColumns))
                text = text.drop(newColumns)
            } while (text)
            if (at == row) {
                newRow = wrapped.size() - 1
            }
        }
        lines = wrapped
        row = newRow
        columns = newColumns
    }

    @Override
    void print(char c) {
        print(c.toString())
    }

    @Override
    void print(Object text) {
        print(text.toString())
    }

    @Override
    synchronized void print(String text) {
        writes++
        lastWrite = text
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at)
            if (c == '\u001b' as char) {
                at = control(text, at + 2)
            } else if (c == '\r' as char) {
                column = 0
            } else if (c == '\n' as char) {
                row++
                column = 0
                while (lines.size() <= row) {
                    lines << new StringBuilder()
                }
            } else {
                put(c)
            }
        }
    }

    private void put(char c) {
        assert column < columns: 'a line is longer than the terminal is wide'
        def line = lines[row]
        while (line.length() <= column) {
            line.append(' ')
        }
        line.setCharAt(column++, c)
    }

    private int control(String text, int from) {
        int end = from
        while (!Character.isLetter(text.charAt(end))) {
            end++
        }
        def parameter = text.substring(from, end)
        switch (text.charAt(end)) {
            case 'A' as char:
                row -= parameter.toInteger()
                assert row >= 0: 'the cursor left the terminal'
                break
            case 'K' as char:
                lines[row].setLength(Math.min(column, lines[row].length()))
                break
            case 'J' as char:
                lines[row].setLength(Math.min(column, lines[row].length()))
                lines = lines.take(row + 1)
                break
            case 'h' as char:
                cursorVisible = true
                break
            case 'l' as char:
                cursorVisible = false
                break
            case 'm' as char:
                break
            default:
                throw new IllegalStateException("ESC[$parameter${text.charAt(end)}")
        }
        end
    }
}
