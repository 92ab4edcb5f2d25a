<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Access</name>
    <message numerus="yes">
        <source>%n wheelchair places</source>
        <translation>
            <numerusform>%n wheelchair place</numerusform>
            <numerusform>%n wheelchair places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places for companions</source>
        <translation>
            <numerusform>%n place for a companion</numerusform>
            <numerusform>%n places for companions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n free</numerusform>
            <numerusform>%n free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats have a restricted view; they are marked in the list of seats.</source>
        <translation>
            <numerusform>%n seat has a restricted view; it is marked in the list of seats.</numerusform>
            <numerusform>%n seats have a restricted view; they are marked in the list of seats.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hold</name>
    <message numerus="yes">
        <source>Give back %n places</source>
        <translation>
            <numerusform>Give back %n place</numerusform>
            <numerusform>Give back %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message numerus="yes">
        <source>Thank you. You have bought %n tickets:</source>
        <translation>
            <numerusform>Thank you. You have bought %n ticket:</numerusform>
            <numerusform>Thank you. You have bought %n tickets:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets of your order were given back and let nobody in any more:</source>
        <translation>
            <numerusform>%n ticket of your order was given back and lets nobody in any more:</numerusform>
            <numerusform>%n tickets of your order were given back and let nobody in any more:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message numerus="yes">
        <source>Too many tries from your network. Nothing was looked up; what you typed is kept. Try again in %n seconds.</source>
        <translation>
            <numerusform>Too many tries from your network. Nothing was looked up; what you typed is kept. Try again in %n second.</numerusform>
            <numerusform>Too many tries from your network. Nothing was looked up; what you typed is kept. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Return</name>
    <message numerus="yes">
        <source>Give %n tickets back?</source>
        <translation>
            <numerusform>Give %n ticket back?</numerusform>
            <numerusform>Give %n tickets back?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n tickets back</source>
        <translation>
            <numerusform>Give %n ticket back</numerusform>
            <numerusform>Give %n tickets back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets were given back. The money goes back the way it came.</source>
        <translation>
            <numerusform>%n ticket was given back. The money goes back the way it came.</numerusform>
            <numerusform>%n tickets were given back. The money goes back the way it came.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Seats</name>
    <message numerus="yes">
        <source>Tick the seats you want, up to %n. Prices include every fee. ♿ wheelchair place, + for a companion, ◐ restricted view, ✕ not available.</source>
        <translation>
            <numerusform>Tick the seat you want, up to %n. Prices include every fee. ♿ wheelchair place, + for a companion, ◐ restricted view, ✕ not available.</numerusform>
            <numerusform>Tick the seats you want, up to %n. Prices include every fee. ♿ wheelchair place, + for a companion, ◐ restricted view, ✕ not available.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
