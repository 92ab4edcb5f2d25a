<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>DrainedWords</name>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n confirmed</numerusform>
            <numerusform>%n confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict (%1)</source>
        <translation>
            <numerusform>%n in conflict (%1)</numerusform>
            <numerusform>%n in conflict (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for another payment</source>
        <translation>
            <numerusform>%n waiting for another payment</numerusform>
            <numerusform>%n waiting for another payment</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused (%1)</source>
        <translation>
            <numerusform>%n refused (%1)</numerusform>
            <numerusform>%n refused (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales were sent: %1.</source>
        <translation>
            <numerusform>%n sale was sent: %1.</numerusform>
            <numerusform>%n sales were sent: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voided</source>
        <translation>
            <numerusform>%n voided</numerusform>
            <numerusform>%n voided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManageWords</name>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n seats</source>
        <translation>
            <numerusform>This %n seat</numerusform>
            <numerusform>These %n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write off %n seats of %1</source>
        <translation>
            <numerusform>Write off %n seat of %1</numerusform>
            <numerusform>Write off %n seats of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReserveWords</name>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price areas</source>
        <translation>
            <numerusform>%n price area</numerusform>
            <numerusform>%n price areas</numerusform>
        </translation>
    </message>
</context>
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
    <name>parterre::ConflictBadge</name>
    <message numerus="yes">
        <source>%n open conflicts</source>
        <translation>
            <numerusform>%n open conflict</numerusform>
            <numerusform>%n open conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ConflictSheet</name>
    <message numerus="yes">
        <source>Conflicts · %n open</source>
        <translation>
            <numerusform>Conflicts · %n open</numerusform>
            <numerusform>Conflicts · %n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::DrillSheet</name>
    <message numerus="yes">
        <source>%n times a customer wanted what could not be sold.</source>
        <translation>
            <numerusform>%n time a customer wanted what could not be sold.</numerusform>
            <numerusform>%n times a customer wanted what could not be sold.</numerusform>
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
    <name>parterre::ManagePage</name>
    <message numerus="yes">
        <source>Sales are stopped since the centre was restored from a backup: %n counters have not reported.</source>
        <translation>
            <numerusform>Sales are stopped since the centre was restored from a backup: %n counter has not reported.</numerusform>
            <numerusform>Sales are stopped since the centre was restored from a backup: %n counters have not reported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ManageWiring</name>
    <message numerus="yes">
        <source>%n seats are written off and free.</source>
        <translation>
            <numerusform>%n seat is written off and free.</numerusform>
            <numerusform>%n seats are written off and free.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::OrdersSheet</name>
    <message numerus="yes">
        <source>Void %n tickets of %1</source>
        <translation>
            <numerusform>Void %n ticket of %1</numerusform>
            <numerusform>Void %n tickets of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ProvisionalSheet</name>
    <message numerus="yes">
        <source>The line is down and %n of these places are not in this counter&apos;s reserve: %1. You can sell them now, but the centre may have promised them to somebody else. The tickets are marked PROVISIONAL.</source>
        <translation>
            <numerusform>The line is down and %n of these places is not in this counter&apos;s reserve: %1. You can sell it now, but the centre may have promised it to somebody else. The tickets are marked PROVISIONAL.</numerusform>
            <numerusform>The line is down and %n of these places are not in this counter&apos;s reserve: %1. You can sell them now, but the centre may have promised them to somebody else. The tickets are marked PROVISIONAL.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::QuestionBadge</name>
    <message numerus="yes">
        <source>%n open questions</source>
        <translation>
            <numerusform>%n open question</numerusform>
            <numerusform>%n open questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::QuestionSheet</name>
    <message numerus="yes">
        <source>Are the %n tickets of order %1 in the tray?</source>
        <translation>
            <numerusform>Is the ticket of order %1 in the tray?</numerusform>
            <numerusform>Are the %n tickets of order %1 in the tray?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::QuestionWiring</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ReserveSheet</name>
    <message numerus="yes">
        <source>Give %n seats back</source>
        <translation>
            <numerusform>Give %n seat back</numerusform>
            <numerusform>Give %n seats back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the pace of the last hour: %n sold</source>
        <translation>
            <numerusform>At the pace of the last hour: %n sold</numerusform>
            <numerusform>At the pace of the last hour: %n sold</numerusform>
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
    <message numerus="yes">
        <source>%n tickets become invalid and their places free: %1.</source>
        <translation>
            <numerusform>%n ticket becomes invalid and its place free: %1.</numerusform>
            <numerusform>%n tickets become invalid and their places free: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Void %n tickets, %1</source>
        <translation>
            <numerusform>Void %n ticket, %1</numerusform>
            <numerusform>Void %n tickets, %1</numerusform>
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
