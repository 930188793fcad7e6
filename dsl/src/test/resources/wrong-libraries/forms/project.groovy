project 'shop'
provides 'shop', language: 1
def name = 'libs/words'
library name
library "libs/$name"
service('web') { library 'libs/words' }
['one', 'two'].each { library 'libs/words' }
