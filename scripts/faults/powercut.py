"""Makes of a traced run every state that a power cut could have left on the disk.

powercut.py TRACE BASE OUT: TRACE is of strace -f -y -xx; BASE holds state/ and content/ as they were
before the run; OUT receives a numbered copy for each moment after a flush or a naming, in which
whatever was not flushed yet is gone. A name whose directory was not flushed yet is there in one copy
and gone in another.
"""
import os, re, shutil, sys

trace, base, out = sys.argv[1:]
base = os.path.realpath(base)
CALL = re.compile(r'^(\w+)\((.*)\)\s+= (-?\d+)(.*)$')
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
PATH = re.compile(r'<((?:\\x[0-9a-f]{2})*)>')


def raw(text):
    return bytes.fromhex(text.replace('\\x', ''))


def path(text):
    found = PATH.search(text)
    return raw(found.group(1)).decode() if found else ''


def calls():
    """Each call whole: strace cuts those that overlap in two."""
    begun = {}
    for line in open(trace):
        process, _, rest = line.rstrip('\n').partition(' ')
        rest = rest.strip()
        if rest.endswith('<unfinished ...>'):
            begun[process] = rest[:-len('<unfinished ...>')]
            continue
        resumed = re.match(r'<\.\.\. \w+ resumed>(.*)$', rest)
        if resumed:
            rest = begun.pop(process, '') + resumed.group(1)
        found = CALL.match(rest)
        if found and int(found.group(3)) >= 0:
            yield found.groups()


written, flushed, names, fresh, handles = {}, {}, {}, {}, {}
for folder in ('state', 'content'):
    for name in os.listdir(f'{base}/{folder}'):
        place = f'{base}/{folder}/{name}'
        if os.path.isfile(place) and not name.endswith(('-shm', '.lock', '.parsing')):
            flushed[place] = open(place, 'rb').read()
            written[place] = bytearray(flushed[place])
count = 0


def cut(linked):
    global count
    count += 1
    target = f'{out}/{count}'
    for folder in ('state', 'content'):
        os.makedirs(f'{target}/{folder}')
    for place, data in flushed.items():
        # A file without a name is nowhere.
        if '/#' not in place:
            open(target + place[len(base):], 'wb').write(data)
    for name, file in linked.items():
        open(f'{target}/content/{name}', 'wb').write(flushed.get(file, b''))


for call, arguments, result, rest in calls():
    if call == 'openat':
        handles[result] = path(rest)
    elif call in ('pwrite64', 'write'):
        place = path(arguments)
        if not place.startswith(base) or place.endswith(('-shm', '.lock', '.parsing')):
            continue
        data = raw(STRING.search(arguments).group(1))[:int(result)]
        file = written.setdefault(place, bytearray())
        at = int(arguments.rsplit(', ', 1)[1]) if call == 'pwrite64' else len(file)
        file.extend(b'\0' * (at - len(file)))
        file[at:at + len(data)] = data
    elif call == 'ftruncate':
        place = path(arguments)
        if place in written:
            size = int(arguments.rsplit(', ', 1)[1])
            del written[place][size:]
    elif call in ('fsync', 'fdatasync'):
        place = path(arguments)
        if place == f'{base}/content':
            names.update(fresh)
            fresh.clear()
            cut(names)
        elif place in written:
            flushed[place] = bytes(written[place])
            cut(names)
    elif call == 'unlink':
        for table in (written, flushed):
            table.pop(raw(STRING.search(arguments).group(1)).decode(), None)
    elif call == 'linkat':
        texts = [raw(text).decode() for text in STRING.findall(arguments)]
        fresh[texts[1]] = handles[texts[0].rsplit('/', 1)[1]]
        cut(names)
        cut({**names, **fresh})
print(count)
