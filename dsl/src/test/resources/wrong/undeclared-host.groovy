project 'shop'

host 'edge', at: 'unix:///run/edge.sock'
service('web') { image 'nginx'; on 'egde' }
service('app') { image 'app'; on 'milky-way' }
