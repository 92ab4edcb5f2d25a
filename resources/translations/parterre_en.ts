<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>parterre::BasketPanel</name>
    <message numerus="yes">
        <source>Basket · %n places</source>
        <translation>
            <numerusform>Basket · %n place</numerusform>
            <numerusform>Basket · %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::LineBadge</name>
    <message numerus="yes">
        <source>● On line · sending %n</source>
        <translation>
            <numerusform>● On line · sending %n</numerusform>
            <numerusform>● On line · sending %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✕ Line down · %n to send</source>
        <translation>
            <numerusform>✕ Line down · %n to send</numerusform>
            <numerusform>✕ Line down · %n to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::OrdersSheet</name>
    <message numerus="yes">
        <source>Void %n tickets of %1   Del</source>
        <translation>
            <numerusform>Void %n ticket of %1   Del</numerusform>
            <numerusform>Void %n tickets of %1   Del</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::SalePage</name>
    <message numerus="yes">
        <source>Reserve %n places   Enter</source>
        <translation>
            <numerusform>Reserve %n place   Enter</numerusform>
            <numerusform>Reserve %n places   Enter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::SoldSheet</name>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
</TS>
