project 'shop'

host 'a', at: 'edge.example.org'
host 'b', at: 'tcp://edge.example.org'
host 'c', at: 'tcp://edge.example.org:99999'
host 'd', at: 'unix://run/docker.sock'
host 'e', at: 'ssh://a b@c'
host 'f', at: 'tcp://edge.example.org:2376', certificates: 'certs'
host('g') { }
host 'h', at: 'http://edge.example.org:80'
