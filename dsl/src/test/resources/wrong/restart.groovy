project 'shop'

service('a') { image 'a'; restart 'allways' }
service('b') { image 'b'; restart always, retries: 3 }
service('c') { image 'c'; restart 'on-failure', retries: -1 }
