project 'shop'

network 'back'
service 'vpn', image: 'vpn'
service('a') { image 'a'; networkMode 'host'; publish 80; network 'back' }
service('b') { image 'b'; networkMode 'none'; publish 81 }
service('c') { image 'c'; networkMode 'vpn'; publish 82; hostname 'c' }
service('d') { image 'd'; networkMode 'hots' }
service('e') { image 'e'; network 'back'; network 'back', aliases: 'x' }
