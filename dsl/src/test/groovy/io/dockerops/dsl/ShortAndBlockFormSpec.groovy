package io.dockerops.dsl

import io.dockerops.dsl.words.BuildWords
import io.dockerops.dsl.words.DnsWords
import io.dockerops.dsl.words.HealthyWords
import io.dockerops.dsl.words.HostWords
import io.dockerops.dsl.words.ImageBuildWords
import io.dockerops.dsl.words.LimitsWords
import io.dockerops.dsl.words.NamingWords
import io.dockerops.dsl.words.NetworkWords
import io.dockerops.dsl.words.ProjectWords
import io.dockerops.dsl.words.RootfsWords
import io.dockerops.dsl.words.ServiceWords
import io.dockerops.dsl.words.VolumeWords
import io.dockerops.engine.model.Fields
import io.dockerops.engine.model.Project
import spock.lang.Shared

/** A word has several forms: short and in a block, singular and plural, by handle and by name. All build the same value. */
class ShortAndBlockFormSpec extends LanguageSpecification {

    static final List<List<String>> IN_A_SERVICE = [
        ["build 'app'",
         "build('app') { }"],
        ["build 'app', dockerfile: 'Small'",
         "build('app') { dockerfile 'Small' }"],
        ["build 'app', args: [A: 1, B: true]",
         "build('app') { args A: 1, B: true }"],
        ["build('app') { args A: 1, B: true }",
         "build('app') { arg 'A', 1; arg 'B', true }"],
        ["build 'app', target: 't'",
         "build('app') { target 't' }"],
        ["register()",
         "register append"],
        ["register replace",
         "register 'REPLACE'"],
        ["register hide",
         "register 'hide'"],
        ["publishExposed()",
         "publishExposed true"],
        ["publishExposed on: '127.0.0.1'",
         "publishExposed([on: '127.0.0.1'])"],
        ["command 'a b'",
         "command 'a', 'b'"],
        ["command 'a', 'b'",
         "command(['a', 'b'])"],
        ["entrypoint 'a b'",
         "entrypoint(['a', 'b'])"],
        ["env A: 1, B: 'x'",
         "env 'A', 1; env 'B', 'x'"],
        ["env A: secret('s')",
         "env 'A', secret('s')"],
        ["env A: nameOfHost(), B: addressOf('eth0')",
         "env 'A', nameOfHost(); env 'B', addressOf('eth0', ipv6: false)"],
        ["env A: { addressOf('eth0', ipv6: true) }",
         "env 'A', addressOf('eth0', ipv6: true)"],
        ["requires 'A', 'B'",
         "requires 'B'; requires 'A', 'A'"],
        ["requires 'A'; env A: 1",
         "env 'A', 1; requires 'A'"],
        ["env A: { 1 + 1 }",
         "env 'A', 2"],
        ["option 'User', { 'x' }",
         "option 'User', 'x'"],
        ["labels 'a.b': 1, c: true",
         "label 'a.b', 1; label 'c', true"],
        ["options 'HostConfig.Init': true, User: 'x'",
         "option 'HostConfig.Init', true; option 'User', 'x'"],
        ["type master",
         "type 'master'"],
        ["type standard",
         "type 'standard'"],
        ["type published",
         "type 'published'"],
        ["type persistentType",
         "type 'persistent'"],
        ["instance 'one', type: debug",
         "instance('one') { type debug }"],
        ["persistentData(); persistentOpt(); persistentLog(); interactive(); safemode()",
         "persistentData true; persistentOpt true; persistentLog true; interactive true; safemode true"],
        ["option 'HostConfig', [Init: true, ShmSize: 64.mb]",
         "option 'HostConfig.Init', true; option 'HostConfig.ShmSize', 64.mb"],
        ["mount '/h:/x'; mount '/i:/y'; watches '/x', '/y'",
         "mount '/h:/x'; mount '/i:/y'; watch '/x'; watch '/y/'"],
        ["reload 'HUP'",
         "reload 'SIGHUP'"],
        ["exec 'a', background: true",
         "exec(['a'], background: true)"],
        ["copies 'app/Small': '/etc/small', 'app': '/here'",
         "copy 'app/Small', to: '/etc/small'; copy 'app', to: '/here/'"],
        ["copy 'app/Small', to: '/etc/'",
         "copy './app/Small', to: '/etc/Small'"],
        ["copy 'app/Small', to: '/etc/small', user: 7, mode: 0640",
         "copy 'app/Small', to: '/etc/small', user: '7', mode: '0640'"],
        ["copy secret('s'), to: '/s', mode: 0400",
         "copy secret('s'), to: '//s', mode: '400'"],
        ["copy sshKey(), to: '/a'; copy sshPublicKey(), to: '/b'; copy dnsKey(), to: '/c'",
         "def keys = [a: sshKey(), b: sshPublicKey(), c: dnsKey()]; copy keys.a, to: '/a'; copy keys.b, to: '/b'; copy keys.c, to: '/c'"],
        ["mount data",
         "mount 'data'"],
        ["mount data, readOnly: true",
         "mount 'data', readOnly: true"],
        ["mount data, at: '/x'",
         "mount 'data:/x'"],
        ["mount data, at: '/x', readOnly: true",
         "mount 'data:/x:ro'"],
        ["mounts data, '/h:/x'",
         "mount data; mount '/h:/x'"],
        ["mount '/h', at: '/x', readOnly: true",
         "mount '/h:/x:ro'"],
        ["mount '/h:/x'",
         "bind '/h:/x'"],
        ["bind '/h', at: '/h'",
         "bind '/h'"],
        ["bind '/h', readOnly: true",
         "bind '/h:/h:ro'"],
        ["bind conf",
         "bind 'conf'"],
        ["bind conf, readOnly: true",
         "mount conf, readOnly: true"],
        ["binds conf, '/h'",
         "bind conf; bind '/h'"],
        ["shares '/x', '/y'",
         "share '/x'; share '/y'"],
        ["attach data",
         "attach 'data'"],
        ["attach data, at: '/x'",
         "attach 'data', at: '/x'"],
        ["attaches data, 'more'",
         "attach data; attach 'more'"],
        ["use socket",
         "use 'socket'"],
        ["use socket, readOnly: true, at: '/x'",
         "use 'socket', readOnly: true, at: '/x'"],
        ["use other",
         "use 'other'"],
        ["use other, readOnly: true",
         "use 'other', readOnly: true"],
        ["use other['one']",
         "use 'other.one'"],
        ["uses socket, other",
         "use socket; use other"],
        ["link other",
         "link 'other'"],
        ["link other, address: true",
         "link 'other', address: true"],
        ["link other, as: 'o'",
         "link 'other', as: 'o'"],
        ["link other['one']",
         "link 'other.one'"],
        ["link other.instance('one')",
         "link 'other.one'"],
        ["links other, 'third'",
         "link 'other'; link 'third'"],
        ["publish 80, 443",
         "publish 80; publish 443"],
        ["publish 80",
         "publish '80:80'"],
        ["publish 80",
         "publish '80/tcp'"],
        ["publish 80: 8080",
         "publish '8080:80'"],
        ["publish 80, to: 8080",
         "publish '8080:80'"],
        ["publish 80, to: 0",
         "publish '0:80'"],
        ["publish 80, on: '127.0.0.1'",
         "publish '127.0.0.1:80:80'"],
        ["publish 53, to: 5353, on: '127.0.0.1', protocol: 'udp'",
         "publish '127.0.0.1:5353:53/udp'"],
        ["publish container: 80, to: 8080, on: '::1'",
         "publish '[::1]:8080:80'"],
        ["publish '8000-8002'",
         "publish 8000, 8001, 8002"],
        ["publish '9000-9001:80-81'",
         "publish 80: 9000, 81: 9001"],
        ["publish '127.0.0.1::80'",
         "publish 80, to: 0, on: '127.0.0.1'"],
        ["expose 80, '81/udp'",
         "expose 80; expose '81/udp'"],
        ["expose '80-81'",
         "expose 80, 81"],
        ["network back",
         "network 'back'"],
        ["network back, aliases: 'x', ipv4: '10.7.0.5', ipv6: 'fd00::5'",
         "network 'back', aliases: ['x'], ipv4: '10.7.0.5', ipv6: 'fd00::5'"],
        ["networks back, 'front'",
         "network 'back'; network front"],
        ["networkMode other",
         "networkMode 'other'"],
        ["networkMode other['one']",
         "networkMode 'other.one'"],
        ["user 2000",
         "user '2000'"],
        ["restart always",
         "restart 'always'"],
        ["restart never",
         "restart 'no'"],
        ["restart unlessStopped",
         "restart 'unless-stopped'"],
        ["restart onFailure",
         "restart 'onFailure'"],
        ["restart onFailure, retries: 3",
         "restart 'on-failure', retries: 3"],
        ["limits memory: 64.mb",
         "limits { memory 64.mb }"],
        ["limits memory: 64.mb, swap: 128.mb, reservation: 32.mb",
         "limits { memory 64.mb; swap 128.mb; reservation 32.mb }"],
        ["limits cpus: 0.5, cpuShares: 512, cpuset: '0-1', pids: 9",
         "limits { cpus 0.5; cpuShares 512; cpuset '0-1'; pids 9 }"],
        ["healthy 'true'",
         "healthy { command 'true' }"],
        ["healthy 'true', every: 2.seconds, timeout: 1.second",
         "healthy { command 'true'; every 2.seconds; timeout 1.second }"],
        ["healthy 'true', retries: 2, startPeriod: 5.seconds",
         "healthy { command 'true'; retries 2; startPeriod 5.seconds }"],
        ["healthy 'true', within: 1.minute",
         "healthy { command 'true'; within 60.seconds }"],
        ["healthy { command 'a', 'b' }",
         "healthy { command(['a', 'b']) }"],
        ["notHealthChecked()",
         "healthy { none() }"],
        ["stopSignal 'QUIT'",
         "stopSignal 'SIGQUIT'"],
        ["stopSignal 3",
         "stopSignal 'SIGQUIT'"],
        ["stopTimeout 1.minute",
         "stopTimeout 60.seconds"],
        ["oneShot()",
         "oneShot true"],
        ["capability 'NET_ADMIN'",
         "capability 'cap_net_admin'"],
        ["capabilities 'SYS_TIME', 'NET_ADMIN'",
         "capability 'NET_ADMIN'; capability 'SYS_TIME'"],
        ["capabilities(['SYS_TIME'])",
         "option 'HostConfig.CapAdd', ['SYS_TIME']"],
        ["dropCapabilities 'MKNOD', 'ALL'",
         "dropCapability 'ALL'; dropCapability 'MKNOD'"],
        ["privileged()",
         "privileged true"],
        ["securityOptions 'a', 'b'",
         "securityOption 'a'; securityOption 'b'"],
        ["extraGroups 'audio', 5",
         "extraGroup 'audio'; extraGroup '5'"],
        ["readOnlyRoot()",
         "readOnlyRoot true"],
        ["device '/dev/fuse'",
         "device '/dev/fuse:/dev/fuse:rwm'"],
        ["device '/dev/a', at: '/dev/b', access: 'r'",
         "device '/dev/a:/dev/b:r'"],
        ["devices '/dev/a', '/dev/b:r'",
         "device '/dev/a'; device '/dev/b', access: 'r'"],
        ["ulimit 'nofile', 5",
         "ulimit 'nofile', 5, 5"],
        ["ulimits nofile: [5, 6], nproc: 7",
         "ulimit 'nofile', 5, 6; ulimit 'nproc', 7"],
        ["sysctls 'net.a': 1, 'net.b': 'x'",
         "sysctl 'net.a', 1; sysctl 'net.b', 'x'"],
        ["ipcMode other",
         "ipcMode 'other'"],
        ["ipcMode 'host'",
         "option 'HostConfig.IpcMode', 'host'"],
        ["pidMode other['one']",
         "pidMode 'other.one'"],
        ["tmpfs '/a', '/b'",
         "tmpfs '/a'; tmpfs '/b'"],
        ["tmpfs '/a', size: 1.mb, mode: '1777', options: 'noexec'",
         "option 'HostConfig.Tmpfs', ['/a': 'size=1048576,mode=1777,noexec']"],
        ["shmSize 64.mb",
         "shmSize 65536.kb"],
        ["init()",
         "init true"],
        ["tty()",
         "tty true"],
        ["stdin()",
         "stdin true"],
        ["extraHosts a: '10.0.0.1', b: 'host-gateway'",
         "extraHost 'a', '10.0.0.1'; extraHost 'b', 'host-gateway'"],
        ["dns '10.0.0.1', '10.0.0.2'",
         "dns(['10.0.0.1', '10.0.0.2'])"],
        ["dnsSearch 'a.org', 'b.org'",
         "dnsSearch 'a.org'; dnsSearch 'b.org'"],
        ["dnsOptions 'ndots:2', 'rotate'",
         "dnsOption 'ndots:2'; dnsOption 'rotate'"],
        ["logDriver 'local', 'max-size': '1m', 'max-file': 2",
         "option 'HostConfig.LogConfig', [Type: 'local', Config: ['max-size': '1m', 'max-file': '2']]"],
        ["network back, links: [other: 'o']",
         "network 'back', links: ['other': 'o']"],
        ["network back, links: other",
         "network 'back', links: ['other']"],
        ["network back, linkLocal: '169.254.1.1', mac: '02:42:0a:07:00:05'",
         "network 'back', linkLocal: ['169.254.1.1'], mac: '02:42:0a:07:00:05'"],
        ["persistent()",
         "persistent true"],
        ["startDelay 2.seconds",
         "startDelay 2000.ms"],
        ["exec 'a b'",
         "exec(['a', 'b'])"],
        ["exec 'a b', user: 'u', once: true",
         "exec(['a', 'b'], user: 'u', once: true)"],
        ["exec 'a', 'b', user: 5",
         "exec 'a b', user: '5'"],
        ["on edge",
         "on 'edge'"],
        ["on edge, 'local'",
         "on 'edge'; on 'local'"],
        ["on(['edge', 'local'])",
         "on edge, 'local'"],
        ["inherits third",
         "inherits 'third'"],
        ["inherits third, 'fourth'",
         "inherits 'third'; inherits 'fourth'"],
        ["instance 'a'",
         "instance('a') { }"],
        ["instances 'a', 'b'",
         "instance 'a'; instance 'b'"],
        ["instances(['a', 'b'])",
         "instances 'a', 'b'"],
        ["instance 'a', command: 'x y'",
         "instance('a') { command 'x y' }"],
        ["instance 'a', env: [A: 1]",
         "instance('a') { env A: 1 }"],
        ["instance 'a', publish: 81",
         "instance('a') { publish 81 }"],
        ["instance 'a', on: edge",
         "instance('a') { on 'edge' }"],
        ['def n = 1; instance "a$n"; label "l$n", "v$n"',
         "instance 'a1'; label 'l1', 'v1'"],
    ]

    static final List<List<String>> AT_THE_TOP = [
        ["instanceType 'mine', persistentOpt: true, linked: false, publishExposed: true; service('typed') { image 'x'; type 'mine' }",
         "instanceType('mine') { persistentOpt(); linked false; publishExposed() }; service('typed') { image 'x'; type 'mine' }"],
        ["host 'h', at: 'unix:///run/d.sock'",
         "host('h') { at 'unix:///run/d.sock' }"],
        ["host 'h', at: 'local', addresses: [private: '10.0.0.5', public: '192.0.2.7']",
         "host('h') { at 'local'; addresses private: '10.0.0.5', public: '192.0.2.7' }"],
        ["host('h') { at 'local'; addresses private: '10.0.0.5', public: '192.0.2.7' }",
         "host('h') { at 'local'; address 'private', '10.0.0.5'; address 'public', '192.0.2.7' }"],
        ["host 'h', at: 'tcp://h:2376', certificates: 'certs'",
         "host('h') { at 'tcp://h:2376'; certificates 'certs' }"],
        ["network 'n'",
         "network('n') { }"],
        ["network 'n', driver: 'macvlan'",
         "network('n') { driver 'macvlan' }"],
        ["network 'n', internal: true",
         "network('n') { internal() }"],
        ["network 'n', internal: false",
         "network('n') { internal false }"],
        ["network 'n', subnet: '10.7.0.0/16'",
         "network('n') { subnet '10.7.0.0/16' }"],
        ["network 'n', subnet: ['10.7.0.0/16', 'fd00::/64']",
         "network('n') { subnets '10.7.0.0/16', 'fd00::/64' }"],
        ["network('n') { subnets '10.7.0.0/16', 'fd00::/64' }",
         "network('n') { subnet '10.7.0.0/16'; subnet 'fd00::/64' }"],
        ["network 'n', ipv6: true, attachable: true, labels: [a: 1]",
         "network('n') { ipv6(); attachable(); labels a: 1 }"],
        ["network('n') { ipv6 true; attachable true; labels a: 1, b: 'x' }",
         "network('n') { ipv6(); attachable(); label 'a', 1; label 'b', 'x' }"],
        ["network 'n', options: [a: 1]",
         "network('n') { option 'a', 1 }"],
        ["network('n') { options a: 1, b: 'x' }",
         "network('n') { option 'a', 1; option 'b', 'x' }"],
        ["volume 'v', at: '/v'",
         "volume('v') { at '/v' }"],
        ["volume 'v', at: '/v', host: '/h'",
         "volume('v') { at '/v'; host '/h' }"],
        ["volume 'v', at: '/v', host: [one: '/a', two: '/b']",
         "volume('v') { at '/v'; host one: '/a', two: '/b' }"],
        ["volume 'v', at: '/v', driver: 'd'",
         "volume('v') { at '/v'; driver 'd' }"],
        ["volume 'v', at: '/v', options: [type: 'tmpfs']",
         "volume('v') { at '/v'; option 'type', 'tmpfs' }"],
        ["volume('v') { at '/v'; options a: 1, b: 2 }",
         "volume('v') { at '/v'; option 'a', 1; option 'b', 2 }"],
        ["volume 'v', at: '/v', user: 2000",
         "volume('v') { at '/v'; user 2000 }"],
        ["volume 'v', at: '/v', user: '2000'",
         "volume('v') { at '/v'; user 2000 }"],
        ["volume 'v', at: '/v', host: { '/' + 'x' }",
         "volume('v') { at '/v'; host { '/x' } }"],
        ["volume 'v', at: '/v', holder: true",
         "volume('v') { at '/v'; holder() }"],
        ["volume 'v', at: '/v', holder: 'i'",
         "volume('v') { at '/v'; holder 'i' }"],
        ["def i = rootfs('i', busybox: true); volume 'v', at: '/v', holder: i",
         "def i = rootfs('i', busybox: true); volume('v') { at '/v'; holder i }"],
        ["volume 'v', at: '/v', permissions: '0750'",
         "volume('v') { at '/v'; permissions '0750' }"],
        ["service 's'",
         "service('s') { }"],
        ["service 's', image: 'i'",
         "service('s') { image 'i' }"],
        ["service 's', command: 'a b'",
         "service('s') { command 'a b' }"],
        ["service 's', command: ['a', 'b c']",
         "service('s') { command 'a', 'b c' }"],
        ["service 's', env: [A: 1, B: 'x']",
         "service('s') { env A: 1, B: 'x' }"],
        ["service 's', mount: '/a:/b'",
         "service('s') { mount '/a:/b' }"],
        ["service 's', mount: ['/a:/b', '/c:/d:ro']",
         "service('s') { mounts '/a:/b', '/c:/d:ro' }"],
        ["service 's', publish: 80",
         "service('s') { publish 80 }"],
        ["service 's', publish: [80, 443]",
         "service('s') { publish 80, 443 }"],
        ["service 's', publish: [80: 8080]",
         "service('s') { publish 80: 8080 }"],
        ["network 'n'; service 's', network: 'n'",
         "network 'n'; service('s') { network 'n' }"],
        ["def n = network 'n'; service 's', network: [n]",
         "network 'n'; service('s') { networks 'n' }"],
        ["host 'h', at: 'local'; service 's', on: 'h'",
         "host 'h', at: 'local'; service('s') { on 'h' }"],
        ["def h = host('h', at: 'local'); service 's', on: h",
         "host 'h', at: 'local'; service('s') { on 'h' }"],
        ["service 'a'; service 's', link: 'a'",
         "service 'a'; service('s') { link 'a' }"],
        ["def a = service('a'); service 's', link: [a]",
         "service 'a'; service('s') { link 'a' }"],
        ["def i = rootfs('i', busybox: true); service 's', image: i",
         "def i = rootfs('i') { busybox() }; service('s') { image i }"],
        ["def i = rootfs('i', tar: 'base.tar'); service 's', image: i",
         "def i = rootfs('i') { tar 'base.tar' }; service('s') { image i }"],
        ["def i = rootfs('i', bootstrap: 'noble', tool: 'debootstrap', packages: 'curl', mirror: 'http://m'); service 's', image: i",
         "def i = rootfs('i') { bootstrap 'noble', tool: 'debootstrap', packages: ['curl'], mirror: 'http://m' }; service('s') { image i }"],
        ["def i = build('i', context: 'app'); service 's', image: i",
         "def i = build('i') { context 'app' }; service('s') { image i }"],
        ["build 'i', context: 'app', dockerfile: 'Small', args: [A: 1, B: true], target: 't'",
         "build('i') { target 't'; arg 'A', 1; args B: true; dockerfile 'Small'; context 'app' }"],
        ["def i = rootfs('i', bootstrap: 'noble'); helperImage i",
         "def i = rootfs('i') { bootstrap 'noble', tool: 'mmdebstrap' }; helperImage i"],
        ["service('b', abstract: true) { image 'i' }; service 's', inherits: 'b'",
         "def b = service('b', abstract: true, image: 'i'); service('s') { inherits b }"],
        ["service('s', image: 'i', env: [A: 1]) { env B: 2 }",
         "service('s') { image 'i'; env A: 1, B: 2 }"],
        ["naming separator: '-'",
         "naming { separator '-' }"],
        ["naming { separator '-' }",
         "naming { containers '{project}-{service}-{instance}'; networks '{project}-{network}'; volumes '{project}-{volume}' }"],
        ["naming containers: '{service}.{instance}', networks: '{project}_{network}', volumes: '{volume}'",
         "naming { containers '{service}.{instance}'; networks '{project}_{network}'; volumes '{volume}' }"],
        ["naming hostNames: '{project}-{service}-{instance}', domain: 'example.org'",
         "naming { hostNames '{project}-{service}-{instance}'; domain 'example.org' }"],
        ["naming hostNames: false, volumesByParent: true",
         "naming { hostNames false; volumesByParent() }"],
        ["naming { volumesByParent() }",
         "naming { volumesByParent true }"],
        ["def n = service 'n'; dynamicDns n",
         "service 'n'; dynamicDns 'n'"],
        ["service 'n'; dynamicDns 'n'",
         "def n = service 'n'; dynamicDns { servedBy n }"],
        ["dynamicDns 'n.one', zone: 'shop.internal', key: 'k', timeToLive: 5.seconds; service('n') { instances 'one', 'two' }",
         "dynamicDns { servedBy 'n.one'; zone 'shop.internal.'; key 'k'; timeToLive 5.seconds }; service('n') { instances 'one', 'two' }"],
        ["dynamicDns server: '10.0.0.53', zone: 'local.zone', timeToLive: 1.minute",
         "dynamicDns { server '10.0.0.53' }"],
        ["dynamicDns server: '10.0.0.53', port: 5353, key: 'keys/dns.key'",
         "dynamicDns { server '10.0.0.53', port: 5353 }"],
        ["def g = group('g', 's'); group 'h', g; service 's'",
         "service 's'; group 'g', 's'; group 'h', 'g'"],
        ["def s = service 's'; group 'g', s",
         "service 's'; group 'g', 's'"],
        ["service 's'; group 'g', 's'",
         "service 's'; group 'g', ['s']"],
        ["def s = service('s') { instance 'a' }; group 'g', s['a']",
         "service('s') { instance 'a' }; group 'g', 's.a'"],
    ]

    @Shared
    Project withoutWords

    def setupSpec() {
        ['app/Dockerfile', 'app/Small', 'base.tar', 'certs/ca.pem', 'certs/cert.pem', 'certs/key.pem'].each { write(it, '') }
    }

    def "at the top level: #shortForm is #otherForm"() {
        expect:
        project(shortForm) == project(otherForm)

        where:
        [shortForm, otherForm] << AT_THE_TOP
    }

    def "in a service: #shortForm is #otherForm"() {
        given:
        def first = project(inService(shortForm))

        expect:
        meaning(first) == meaning(project(inService(otherForm)))

        and: 'they say something'
        first != nothing()

        where:
        [shortForm, otherForm] << IN_A_SERVICE
    }

    def "every word of #words.simpleName with several forms stands in a row"() {
        given:
        def texts = (AT_THE_TOP + IN_A_SERVICE).flatten().join('\n')

        when:
        def missing = words.methods*.name.unique().collect { it.startsWith('get') ? it[3].toLowerCase() + it[4..-1] : it }
            .findAll { !(texts =~ /\b$it\b/) }.sort()

        then:
        missing == without

        where:
        words         | without // words with one form
        ProjectWords  | ['action', 'actionDefaults', 'defaultTag', 'environment', 'folder', 'hostRoot', 'include', 'library', 'map', 'parameter', 'policy',
                         'provides', 'repository']
        ServiceWords  | ['domainName', 'hostname', 'platform', 'workingDirectory']
        HostWords     | []
        NamingWords   | []
        DnsWords      | []
        NetworkWords  | []
        VolumeWords   | []
        RootfsWords   | ['add', 'empty']
        BuildWords    | []
        ImageBuildWords | []
        HealthyWords  | []
        LimitsWords   | []
    }

    def "a text with variables in it is a plain text in #word"() {
        expect:
        project('def x = "x"\n' + withVariable) == project(withVariable.replace('$x', 'x').replace('"', "'"))

        where:
        word         | withVariable
        'names'      | 'service "s$x"'
        'options'    | 'volume "v$x", at: "/$x", host: "/h$x", user: "u$x"'
        'maps'       | 'volume "v", at: "/v", host: [one: "/$x"]'
        'service'    | 'service("s") { image "i$x"; command "a $x"; env A: "$x"; env "B", "$x"; workingDirectory "/$x" }'
        'lists'      | 'service("s") { command(["a", "$x"]); shares "/a", "/$x"; instances(["i$x"]) }'
        'options of the API' | 'service("s") { option "Labels", [a: "$x"]; option "HostConfig.Dns", ["$x"] }'
    }

    /** A word for a field and the same field by `option` mean the same. */
    private static Object meaning(Project project) {
        project.instances().collect { instance ->
            def settings = instance.settings()
            [instance.id(), Fields.over(settings.options(), settings.attributes()),
             settings.toString().replaceAll(/attributes=\{.*/, '')]
        }
    }

    private Project nothing() {
        withoutWords = withoutWords ?: project(inService(''))
    }

    private static String inService(String words) {
        """
        def edge = host 'edge', at: 'unix:///run/edge.sock'
        dynamicDns server: '10.0.0.53'
        def back = network 'back', subnet: ['10.7.0.0/16', 'fd00::/64']
        def front = network 'front'
        def data = volume 'data', at: '/data'
        def more = volume 'more', at: '/more'
        def socket = volume 'socket', at: '/socket'
        def conf = volume 'conf', at: '/conf', host: '/etc/conf'
        def other = service('other') { attach socket; share '/srv'; instance 'one' }
        def third = service('third') { label 'a', 'b' }
        service('fourth') { label 'c', 'd' }
        service('tried') { $words }
        """
    }

    private Project project(String script) {
        load("project 'p'\n$script").project()
    }
}
