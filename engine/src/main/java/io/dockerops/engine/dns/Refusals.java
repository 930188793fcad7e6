package io.dockerops.engine.dns;

import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.NameServer;
import io.dockerops.engine.port.NameServerSilent;
import java.nio.file.Path;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIGRecord;

/** What servers say no with, in plain words. */
final class Refusals {

    private Refusals() {}

    static NameServerSilent silent(NameServer server) {
        return new NameServerSilent(
                "the DNS server at " + server + " does not answer",
                "check that it runs, and that its port is reached from here over UDP and TCP");
    }

    static NameServerSilent noAuthority(NameServer server, String name) {
        return new NameServerSilent(
                "the DNS server at " + server + " has no zone with `" + name + "` in it",
                "give the project the zone that the server has: `zone '…'` in `dynamicDns`");
    }

    static EngineException.Failed unsigned(NameServer server, KeyFile.Key key) {
        return new EngineException.Failed(
                "the answer of the DNS server at " + server + " is not signed with the key `" + key.name() + "`",
                "something else may answer in its place; check the address");
    }

    /** Why an update was refused. */
    static EngineException.Failed of(NameServer server, Name zone, Message answer, KeyFile.Key key, Path file) {
        TSIGRecord signature = answer.getTSIG();
        int code =
                signature != null && signature.getError() != Rcode.NOERROR ? signature.getError() : answer.getRcode();
        String who = "the DNS server at " + server;
        String theZone = "`" + zone.toString(true) + "`";
        return switch (code) {
            case Rcode.BADKEY ->
                new EngineException.Failed(
                        who + " does not know the key `" + key.name() + "` (BADKEY)",
                        "it has to have the one in `" + file.getFileName() + "`, with its name and algorithm");
            case Rcode.BADSIG ->
                new EngineException.Failed(
                        who + " has another secret for the key `" + key.name() + "` (BADSIG)",
                        "it has to have the one in `" + file.getFileName() + "`");
            case Rcode.BADTIME ->
                new EngineException.Failed(
                        who + " has another time than this machine (BADTIME)",
                        "set the clocks; 5 minutes are the most");
            case Rcode.NOTAUTH, Rcode.NOTZONE ->
                new EngineException.Failed(
                        who + " is not the one in which the zone " + theZone + " is changed (" + Rcode.string(code)
                                + ")",
                        "give the address of its primary server, or another zone");
            case Rcode.REFUSED ->
                new EngineException.Failed(
                        who + " does not let the key `" + key.name() + "` change the zone " + theZone + " (REFUSED)",
                        "allow it there: `allow-update { key \"" + key.name() + "\"; };`");
            default ->
                new EngineException.Failed(
                        who + " could not change the zone " + theZone + " (" + Rcode.string(code) + ")",
                        "its log tells why");
        };
    }
}
