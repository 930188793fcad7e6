project 'shop'

def a = build('a') { }
def b = build 'b', context: 'no/such/folder'
def c = build('c') { context '.'; dockerfile 'no.such' }
def d = build('d') { dockerfile 'no.such'; context '.' }
def e = build 'a', context: '.', dockerfile: 'builds.groovy'
def f = build 'No Name', context: '.', dockerfile: 'builds.groovy'
def g = build('g') { context '.'; context '.'; dockerfile 'builds.groovy' }
def h = build 'h', context: '.', dockerfile: 'builds.groovy'
service('h') { build '.', dockerfile: 'declared-builds.groovy' }
