<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Access</name>
    <message numerus="yes">
        <source>%n wheelchair places</source>
        <translation>
            <numerusform>%n Rollstuhlplatz</numerusform>
            <numerusform>%n Rollstuhlplätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places for companions</source>
        <translation>
            <numerusform>%n Platz für eine Begleitperson</numerusform>
            <numerusform>%n Plätze für Begleitpersonen</numerusform>
        </translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Barrierefreiheit</translation>
    </message>
    <message>
        <source>This plan marks no wheelchair places. Call the box office before you buy if you need one; they can often arrange it.</source>
        <translation>In diesem Plan sind keine Rollstuhlplätze eingezeichnet. Wenn Sie einen brauchen, rufen Sie bitte vor dem Kauf die Kasse an; oft lässt sich das einrichten.</translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n frei</numerusform>
            <numerusform>%n frei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats have a restricted view; they are marked in the list of seats.</source>
        <translation>
            <numerusform>%n Platz hat eingeschränkte Sicht; er ist in der Platzliste gekennzeichnet.</numerusform>
            <numerusform>%n Plätze haben eingeschränkte Sicht; sie sind in der Platzliste gekennzeichnet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bank</name>
    <message>
        <source>The bank is still deciding.</source>
        <translation>Die Bank entscheidet noch.</translation>
    </message>
    <message>
        <source>This payment was made.</source>
        <translation>Diese Zahlung wurde ausgeführt.</translation>
    </message>
    <message>
        <source>This payment was declined. Nothing was taken.</source>
        <translation>Diese Zahlung wurde abgelehnt. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>This payment was given back.</source>
        <translation>Diese Zahlung wurde zurückgegeben.</translation>
    </message>
    <message>
        <source>Test bank</source>
        <translation>Testbank</translation>
    </message>
    <message>
        <source>No money moves here. Say how the payment shall end.</source>
        <translation>Hier fließt kein Geld. Bestimmen Sie, wie die Zahlung endet.</translation>
    </message>
    <message>
        <source>Back to the shop</source>
        <translation>Zurück zum Laden</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Pay, but let the bank take its time</source>
        <translation>Bezahlen, aber die Bank lässt sich Zeit</translation>
    </message>
    <message>
        <source>Decline, or go back without paying</source>
        <translation>Ablehnen oder zurück, ohne zu bezahlen</translation>
    </message>
    <message>
        <source>Given back so far: %1</source>
        <translation>Bisher zurückgegeben: %1</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Skip to the content</source>
        <translation>Zum Inhalt springen</translation>
    </message>
    <message>
        <source>Parterre tickets</source>
        <translation>Parterre Karten</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>My order</source>
        <translation>Meine Bestellung</translation>
    </message>
</context>
<context>
    <name>Hold</name>
    <message>
        <source>Price of %1</source>
        <translation>Preis für %1</translation>
    </message>
    <message>
        <source>Held for you for %1, until %2.</source>
        <translation>Noch %1 für Sie gehalten, bis %2.</translation>
    </message>
    <message>
        <source>On the test bank&apos;s page (no money moves)</source>
        <translation>Auf der Seite der Testbank (ohne echtes Geld)</translation>
    </message>
    <message>
        <source>At once (a test, no money moves)</source>
        <translation>Sofort (ein Test, ohne echtes Geld)</translation>
    </message>
    <message>
        <source>How to pay</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Gesamt %1</translation>
    </message>
    <message>
        <source>Work out the total again</source>
        <translation>Summe neu berechnen</translation>
    </message>
    <message>
        <source>%1, standing place %2</source>
        <translation>%1, Stehplatz %2</translation>
    </message>
    <message>
        <source>Your places</source>
        <translation>Ihre Plätze</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Your tickets go there. No account is needed.</source>
        <translation>Dorthin gehen Ihre Karten. Ein Konto ist nicht nötig.</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>Name (freiwillig)</translation>
    </message>
    <message>
        <source>Nothing can be paid here just now. Your places are kept until the time above; call the box office to buy them.</source>
        <translation>Hier kann zurzeit nicht bezahlt werden. Ihre Plätze bleiben bis zur oben genannten Zeit gehalten; rufen Sie die Kasse an, um sie zu kaufen.</translation>
    </message>
    <message>
        <source>Pay now</source>
        <translation>Jetzt kostenpflichtig bestellen</translation>
    </message>
    <message>
        <source>More time (once)</source>
        <translation>Mehr Zeit (einmal)</translation>
    </message>
    <message>
        <source>Your time is up</source>
        <translation>Ihre Zeit ist abgelaufen</translation>
    </message>
    <message>
        <source>The time for your places ran out, so they went back on sale. Nothing was charged.</source>
        <translation>Die Zeit für Ihre Plätze ist abgelaufen, deshalb sind sie wieder im Verkauf. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>What you typed is kept in this browser.</source>
        <translation>Was Sie eingegeben haben, bleibt in diesem Browser erhalten.</translation>
    </message>
    <message>
        <source>Choose seats again</source>
        <translation>Plätze neu wählen</translation>
    </message>
    <message>
        <source>Back to the event</source>
        <translation>Zurück zur Veranstaltung</translation>
    </message>
    <message>
        <source>Enter your e-mail address: the tickets go there.</source>
        <translation>Geben Sie Ihre E-Mail-Adresse ein: Dorthin gehen die Karten.</translation>
    </message>
    <message>
        <source>This is no e-mail address. It looks like name@example.org, without spaces.</source>
        <translation>Das ist keine E-Mail-Adresse. Sie hat die Form name@example.org, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>This name is too long, or has characters that cannot be printed.</source>
        <translation>Dieser Name ist zu lang oder enthält Zeichen, die sich nicht drucken lassen.</translation>
    </message>
    <message>
        <source>The payment was declined and nothing was charged. Your seats are still held until %1: try again, or pay another way.</source>
        <translation>Die Zahlung wurde abgelehnt, es wurde nichts abgebucht. Ihre Plätze sind noch bis %1 für Sie gehalten: Versuchen Sie es noch einmal, oder zahlen Sie auf anderem Weg.</translation>
    </message>
    <message>
        <source>With the prices you chose the total is %1. Nothing was charged yet: look at it and pay again.</source>
        <translation>Mit den gewählten Preisen beträgt die Summe %1. Es wurde noch nichts abgebucht: Prüfen Sie die Summe, und bestellen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Back to your places</source>
        <translation>Zurück zu Ihren Plätzen</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n places</source>
        <translation>
            <numerusform>%n Platz zurückgeben</numerusform>
            <numerusform>%n Plätze zurückgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>For ten minutes they are for others first; choose other places meanwhile.</source>
        <translation>Zehn Minuten lang haben andere dort den Vortritt; wählen Sie so lange andere Plätze.</translation>
    </message>
    <message>
        <source>Your payment is under way</source>
        <translation>Ihre Zahlung läuft</translation>
    </message>
    <message>
        <source>The bank has not answered yet. Your places are protected meanwhile, and nothing is charged twice.</source>
        <translation>Die Bank hat noch nicht geantwortet. Ihre Plätze sind so lange geschützt, und nichts wird doppelt abgebucht.</translation>
    </message>
    <message>
        <source>Go on where you left. To pay another way or to give the places back, decline the payment there first.</source>
        <translation>Machen Sie dort weiter, wo Sie waren. Um anders zu zahlen oder die Plätze zurückzugeben, lehnen Sie die Zahlung dort zuerst ab.</translation>
    </message>
    <message>
        <source>Go on with the payment</source>
        <translation>Weiter zur Zahlung</translation>
    </message>
    <message>
        <source>See whether the tickets are there</source>
        <translation>Nachsehen, ob die Karten da sind</translation>
    </message>
    <message>
        <source>You gave these places back</source>
        <translation>Sie haben diese Plätze zurückgegeben</translation>
    </message>
    <message>
        <source>They go back on sale. Nothing was charged.</source>
        <translation>Sie kommen wieder in den Verkauf. Es wurde nichts berechnet.</translation>
    </message>
</context>
<context>
    <name>Lost</name>
    <message>
        <source>Take these instead</source>
        <translation>Stattdessen diese nehmen</translation>
    </message>
    <message>
        <source>Somebody had one of these seats for a moment; now all of them are free. Nothing was taken. They are still ticked: try again.</source>
        <translation>Jemand hatte kurz einen dieser Plätze; jetzt sind alle frei. Es wurde nichts belegt. Sie sind noch angekreuzt: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Somebody else was faster. Gone: %1. Nothing was taken yet.</source>
        <translation>Jemand war schneller. Nicht mehr zu haben: %1. Es wurde noch nichts belegt.</translation>
    </message>
    <message>
        <source>Still free and still ticked below: %1.</source>
        <translation>Weiterhin frei und unten noch angekreuzt: %1.</translation>
    </message>
    <message>
        <source>Close by and free</source>
        <translation>In der Nähe und frei</translation>
    </message>
    <message>
        <source>Close by and free, together with those you still have ticked</source>
        <translation>In der Nähe und frei, zusammen mit den noch angekreuzten</translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>Your tickets are here. Open the page once and it needs no network any more; it can also be printed. Whoever has this address has your tickets: keep it to yourself.</source>
        <translation>Ihre Karten finden Sie hier. Einmal geöffnet braucht die Seite kein Netz mehr; sie lässt sich auch drucken. Wer diese Adresse hat, hat Ihre Karten: Behalten Sie sie für sich.</translation>
    </message>
    <message>
        <source>%1 goes back the way it was paid.</source>
        <translation>%1 kommt auf dem Weg zurück, auf dem bezahlt wurde.</translation>
    </message>
    <message>
        <source>Your order:</source>
        <translation>Ihre Bestellung:</translation>
    </message>
    <message>
        <source>Tickets given back</source>
        <translation>Karten zurückgegeben</translation>
    </message>
    <message numerus="yes">
        <source>Thank you. You have bought %n tickets:</source>
        <translation>
            <numerusform>Danke. Sie haben %n Karte gekauft:</numerusform>
            <numerusform>Danke. Sie haben %n Karten gekauft:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets of your order were given back and let nobody in any more:</source>
        <translation>
            <numerusform>%n Karte Ihrer Bestellung wurde zurückgegeben und gilt nicht mehr:</numerusform>
            <numerusform>%n Karten Ihrer Bestellung wurden zurückgegeben und gelten nicht mehr:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Starts %1</source>
        <translation>Beginn: %1</translation>
    </message>
    <message>
        <source>Order code</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>This ticket is void: it was refunded or exchanged and lets nobody in.</source>
        <translation>Diese Karte ist ungültig: Sie wurde erstattet oder umgetauscht und gilt nicht für den Einlass.</translation>
    </message>
    <message>
        <source>Used: somebody came in with it.</source>
        <translation>Benutzt: Mit dieser Karte ist schon jemand eingetreten.</translation>
    </message>
    <message>
        <source>Code of the ticket for %1, for the scanner at the door</source>
        <translation>Code der Karte für %1, für den Scanner am Einlass</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>Ihre Bestellung</translation>
    </message>
    <message>
        <source>Your tickets</source>
        <translation>Ihre Karten</translation>
    </message>
    <message>
        <source>Refunded: every ticket of this order is void. The box office can tell you when and how the money goes back.</source>
        <translation>Erstattet: Alle Karten dieser Bestellung sind ungültig. Die Kasse sagt Ihnen, wann und wie das Geld zurückkommt.</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>Bezahlt: %1</translation>
    </message>
    <message>
        <source>Tickets as PDF</source>
        <translation>Karten als PDF</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>In den Kalender</translation>
    </message>
    <message>
        <source>Show the codes on your phone or on paper. This open page needs no network. To come back, keep its address, or look your order up by its code and your e-mail address.</source>
        <translation>Zeigen Sie die Codes am Einlass auf dem Telefon oder auf Papier. Diese geöffnete Seite braucht kein Netz. Um wiederzukommen, merken Sie sich ihre Adresse, oder suchen Sie Ihre Bestellung mit Bestellnummer und E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Payment under way</source>
        <translation>Zahlung läuft</translation>
    </message>
    <message>
        <source>No order</source>
        <translation>Keine Bestellung</translation>
    </message>
    <message>
        <source>This payment did not become an order: it was declined, broken off, or came too late for the places. If money was taken, it goes back the way it came. Choose again, or ask the box office.</source>
        <translation>Aus dieser Zahlung ist keine Bestellung geworden: Sie wurde abgelehnt, abgebrochen oder kam für die Plätze zu spät. Falls Geld abgebucht wurde, geht es auf demselben Weg zurück. Wählen Sie neu, oder fragen Sie die Kasse.</translation>
    </message>
    <message>
        <source>Find my order</source>
        <translation>Bestellung finden</translation>
    </message>
    <message>
        <source>The order code has eight characters; it is on your tickets and in the mail you got.</source>
        <translation>Die Bestellnummer hat acht Zeichen; sie steht auf Ihren Karten und in Ihrer Bestätigungsmail.</translation>
    </message>
    <message>
        <source>Show my tickets</source>
        <translation>Meine Karten zeigen</translation>
    </message>
    <message>
        <source>No order has this code together with this address. Check both: the code is on the tickets, and the address is the one you bought with. Tickets from a counter of the box office are not shown here.</source>
        <translation>Zu dieser Nummer und dieser Adresse gibt es keine Bestellung. Prüfen Sie beides: Die Nummer steht auf den Karten, die Adresse ist die, mit der Sie gekauft haben. Karten von einer Kasse werden hier nicht gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries from your network. Nothing was looked up; what you typed is kept. Try again in %n seconds.</source>
        <translation>
            <numerusform>Zu viele Versuche aus Ihrem Netz. Es wurde nichts gesucht; Ihre Eingaben bleiben erhalten. Versuchen Sie es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Zu viele Versuche aus Ihrem Netz. Es wurde nichts gesucht; Ihre Eingaben bleiben erhalten. Versuchen Sie es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bank has not answered yet. Your places are protected meanwhile, and nothing is charged twice. This page looks again by itself; you may also keep its address and come back.</source>
        <translation>Die Bank hat noch nicht geantwortet. Ihre Plätze sind so lange geschützt, und nichts wird doppelt abgebucht. Diese Seite sieht von selbst wieder nach; Sie können auch ihre Adresse aufheben und wiederkommen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>To the list of events</source>
        <translation>Zu den Veranstaltungen</translation>
    </message>
    <message>
        <source>The payment for these places was tried too often. Nothing was charged, and the places stay yours until their time is up. Ask the box office for help, or give them back and choose again.</source>
        <translation>Die Zahlung für diese Plätze wurde zu oft versucht. Es wurde nichts abgebucht, und die Plätze bleiben Ihnen, bis die Zeit abläuft. Fragen Sie die Kasse, oder geben Sie die Plätze zurück und wählen Sie neu.</translation>
    </message>
    <message>
        <source>That is more than one person may hold at once. Nothing was taken, and what you hold already is kept. Choose fewer places, or pay for the ones you hold first.</source>
        <translation>Das sind mehr Plätze, als eine Person gleichzeitig halten darf. Es wurde nichts Neues belegt, und was Sie schon halten, bleibt Ihnen. Wählen Sie weniger Plätze, oder bezahlen Sie erst die gehaltenen.</translation>
    </message>
    <message>
        <source>What was sent could not be read. Nothing was changed. Go back and try again.</source>
        <translation>Die Eingabe war nicht zu lesen. Es wurde nichts geändert. Gehen Sie zurück, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>That was too much at once. Nothing was changed. Choose fewer places.</source>
        <translation>Das war zu viel auf einmal. Es wurde nichts geändert. Wählen Sie weniger Plätze.</translation>
    </message>
    <message>
        <source>There is nothing at this address, or no longer. Nothing was changed. Start again from the list of events.</source>
        <translation>Unter dieser Adresse gibt es nichts oder nichts mehr. Es wurde nichts geändert. Beginnen Sie neu bei den Veranstaltungen.</translation>
    </message>
    <message>
        <source>This form was sent before with other contents. Only the first one counts. Go back and load the page again.</source>
        <translation>Dieses Formular wurde schon einmal mit anderem Inhalt abgeschickt. Nur das erste zählt. Gehen Sie zurück, und laden Sie die Seite neu.</translation>
    </message>
    <message>
        <source>This browser does not know your places any more. Nothing was charged. Choose again, and allow cookies of this site.</source>
        <translation>Dieser Browser kennt Ihre Plätze nicht mehr. Es wurde nichts abgebucht. Wählen Sie neu, und erlauben Sie Cookies dieser Seite.</translation>
    </message>
    <message>
        <source>The form came from another site, so it was not accepted. Nothing was changed. Use the form on this page.</source>
        <translation>Das Formular kam von einer fremden Seite und wurde deshalb nicht angenommen. Es wurde nichts geändert. Benutzen Sie das Formular hier.</translation>
    </message>
    <message>
        <source>Too many tries in a short time. Nothing was lost. Wait a moment and try again.</source>
        <translation>Zu viele Versuche in kurzer Zeit. Es ist nichts verloren. Warten Sie einen Moment, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Somebody else was faster. Nothing was taken. Choose other seats.</source>
        <translation>Jemand war schneller. Es wurde nichts belegt. Wählen Sie andere Plätze.</translation>
    </message>
    <message>
        <source>The plan has no such place. Nothing was taken. Choose places from the list.</source>
        <translation>Diesen Platz gibt es im Plan nicht. Es wurde nichts belegt. Wählen Sie Plätze aus der Liste.</translation>
    </message>
    <message>
        <source>There are not so many places left. Nothing was taken. Choose fewer, or look elsewhere in the house.</source>
        <translation>So viele Plätze sind nicht mehr frei. Es wurde nichts belegt. Wählen Sie weniger, oder sehen Sie an anderer Stelle im Haus nach.</translation>
    </message>
    <message>
        <source>Your time for these places ran out, so they went back on sale. Nothing was charged. Choose again; they may still be free.</source>
        <translation>Ihre Zeit für diese Plätze ist abgelaufen, deshalb sind sie wieder im Verkauf. Es wurde nichts abgebucht. Wählen Sie neu; vielleicht sind sie noch frei.</translation>
    </message>
    <message>
        <source>You had more time once already. Your places are kept until the time shown. Pay before it is up.</source>
        <translation>Sie hatten schon einmal mehr Zeit. Ihre Plätze bleiben bis zur angezeigten Zeit gehalten. Bezahlen Sie, bevor sie abläuft.</translation>
    </message>
    <message>
        <source>This event is not on sale just now. Nothing was taken. Look again later.</source>
        <translation>Diese Veranstaltung ist zurzeit nicht im Verkauf. Es wurde nichts belegt. Sehen Sie später wieder nach.</translation>
    </message>
    <message>
        <source>This place is not sold at that price. Nothing was taken. Choose another price or another place.</source>
        <translation>Dieser Platz wird zu diesem Preis nicht verkauft. Es wurde nichts belegt. Wählen Sie einen anderen Preis oder einen anderen Platz.</translation>
    </message>
    <message>
        <source>The payment was declined and nothing was charged. Your places are still held. Try again, or pay another way.</source>
        <translation>Die Zahlung wurde abgelehnt, es wurde nichts abgebucht. Ihre Plätze sind noch gehalten. Versuchen Sie es noch einmal, oder zahlen Sie auf anderem Weg.</translation>
    </message>
    <message>
        <source>A payment for these places is already under way. Your places are safe. Wait for its answer before you pay again.</source>
        <translation>Für diese Plätze läuft schon eine Zahlung. Ihre Plätze sind sicher. Warten Sie die Antwort ab, bevor Sie noch einmal zahlen.</translation>
    </message>
    <message>
        <source>The amount is not the price of these places. Nothing was charged. Look at the total and pay again.</source>
        <translation>Der Betrag ist nicht der Preis dieser Plätze. Es wurde nichts abgebucht. Prüfen Sie die Summe, und bestellen Sie noch einmal.</translation>
    </message>
    <message>
        <source>There is no such order, or its tickets are void. Nothing was changed. Ask the box office if you expected otherwise.</source>
        <translation>Diese Bestellung gibt es nicht, oder ihre Karten sind ungültig. Es wurde nichts geändert. Fragen Sie die Kasse, wenn Sie etwas anderes erwartet haben.</translation>
    </message>
    <message>
        <source>This event takes no orders for the moment, while the box office checks its records. Nothing was taken. Try again later.</source>
        <translation>Für diese Veranstaltung werden im Moment keine Bestellungen angenommen, weil die Kasse ihre Bücher prüft. Es wurde nichts belegt. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Very many people are here just now. Nothing was changed. Wait a few seconds and try again.</source>
        <translation>Im Moment sind sehr viele Menschen hier. Es wurde nichts geändert. Warten Sie ein paar Sekunden, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This could not be saved, so it was not done. Nothing was charged. Try again in a moment.</source>
        <translation>Das konnte nicht gespeichert werden und wurde deshalb nicht ausgeführt. Es wurde nichts abgebucht. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong on our side. What you had is kept. Try again; if it happens twice, call the box office.</source>
        <translation>Bei uns ist etwas schiefgegangen. Was Sie hatten, bleibt erhalten. Versuchen Sie es noch einmal; wenn es wieder geschieht, rufen Sie die Kasse an.</translation>
    </message>
    <message>
        <source>You had one of these places before and did not buy it, so others come first for ten minutes. Nothing was taken. Choose other places, or come back then.</source>
        <translation>Sie hatten einen dieser Plätze schon und haben ihn nicht gekauft; zehn Minuten lang haben andere den Vortritt. Es wurde nichts gebucht. Wählen Sie andere Plätze oder kommen Sie dann wieder.</translation>
    </message>
    <message>
        <source>So many people want to come in that they do so in turn, and it is not your turn yet. Nothing was lost. Go back to the event.</source>
        <translation>So viele möchten herein, dass alle der Reihe nach kommen, und Sie sind noch nicht an der Reihe. Nichts ging verloren. Gehen Sie zurück zur Veranstaltung.</translation>
    </message>
</context>
<context>
    <name>Return</name>
    <message>
        <source>Give tickets back</source>
        <translation>Karten zurückgeben</translation>
    </message>
    <message>
        <source>Until %1 you may give tickets for %2 back. Their seats are for sale again, the codes count no more, and your money goes back the way it came. This cannot be undone.</source>
        <translation>Bis %1 können Sie Karten für %2 zurückgeben. Die Plätze werden wieder verkauft, die Codes gelten nicht mehr, und Ihr Geld kommt auf demselben Weg zurück. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Which tickets?</source>
        <translation>Welche Karten?</translation>
    </message>
    <message>
        <source>These tickets cannot be given back: the time for it is over, or they were used or given back already. Nothing was changed.</source>
        <translation>Diese Karten können nicht zurückgegeben werden: Die Frist ist vorbei, oder sie wurden schon benutzt oder zurückgegeben. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Back to my tickets</source>
        <translation>Zurück zu meinen Karten</translation>
    </message>
    <message>
        <source>Cannot come? Give tickets back until %1</source>
        <translation>Verhindert? Karten zurückgeben bis %1</translation>
    </message>
    <message>
        <source>Go on with the ticked tickets</source>
        <translation>Weiter mit den angekreuzten Karten</translation>
    </message>
    <message numerus="yes">
        <source>Give %n tickets back?</source>
        <translation>
            <numerusform>%n Karte zurückgeben?</numerusform>
            <numerusform>%n Karten zurückgeben?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 go back the way they came. The codes count no more, and this cannot be undone.</source>
        <translation>%1 gehen auf dem Weg zurück, auf dem sie kamen. Die Codes gelten nicht mehr, und das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>Give %n tickets back</source>
        <translation>
            <numerusform>%n Karte zurückgeben</numerusform>
            <numerusform>%n Karten zurückgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets were given back. The money goes back the way it came.</source>
        <translation>
            <numerusform>%n Karte wurde zurückgegeben. Das Geld geht auf dem Weg zurück, auf dem es kam.</numerusform>
            <numerusform>%n Karten wurden zurückgegeben. Das Geld geht auf dem Weg zurück, auf dem es kam.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is ticked, so nothing was given back. Tick the tickets first.</source>
        <translation>Nichts ist angekreuzt, also wurde nichts zurückgegeben. Kreuzen Sie erst die Karten an.</translation>
    </message>
</context>
<context>
    <name>Seats</name>
    <message>
        <source>Back to the event and its prices</source>
        <translation>Zurück zu Veranstaltung und Preisen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>for a companion</source>
        <translation>für eine Begleitperson</translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation>eingeschränkte Sicht</translation>
    </message>
    <message>
        <source>no seat free</source>
        <translation>kein Platz frei</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Other sections</source>
        <translation>Andere Bereiche</translation>
    </message>
    <message>
        <source>Chosen elsewhere</source>
        <translation>Anderswo gewählt</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Reihen</translation>
    </message>
    <message>
        <source>More rows of this section</source>
        <translation>Weitere Reihen dieses Bereichs</translation>
    </message>
    <message>
        <source>Hold the chosen seats</source>
        <translation>Gewählte Plätze für mich halten</translation>
    </message>
    <message>
        <source>Nothing is ticked yet. Tick at least one seat first.</source>
        <translation>Noch ist nichts angekreuzt. Kreuzen Sie erst mindestens einen Platz an.</translation>
    </message>
    <message>
        <source>No longer ticked: %1.</source>
        <translation>Nicht mehr angekreuzt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Tick the seats you want, up to %n. Prices include every fee. ♿ wheelchair place, + for a companion, ◐ restricted view, ✕ not available.</source>
        <translation>
            <numerusform>Kreuzen Sie den gewünschten Platz an, höchstens %n. Die Preise enthalten alle Gebühren. ♿ Rollstuhlplatz, + für eine Begleitperson, ◐ eingeschränkte Sicht, ✕ nicht zu haben.</numerusform>
            <numerusform>Kreuzen Sie die gewünschten Plätze an, höchstens %n. Die Preise enthalten alle Gebühren. ♿ Rollstuhlplatz, + für eine Begleitperson, ◐ eingeschränkte Sicht, ✕ nicht zu haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other prices can be chosen in the next step.</source>
        <translation>Andere Preise können Sie im nächsten Schritt wählen.</translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>many places free</source>
        <translation>viele Plätze frei</translation>
    </message>
    <message>
        <source>few places left</source>
        <translation>wenige Plätze frei</translation>
    </message>
    <message>
        <source>last places</source>
        <translation>letzte Plätze</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>What is on</source>
        <translation>Spielplan</translation>
    </message>
    <message>
        <source>No event is announced just now. Look again in a few days, or ask at the box office. Tickets you bought already are under &quot;My order&quot;.</source>
        <translation>Zurzeit ist keine Veranstaltung angekündigt. Sehen Sie in ein paar Tagen wieder nach, oder fragen Sie an der Kasse. Schon gekaufte Karten finden Sie unter „Meine Bestellung“.</translation>
    </message>
    <message>
        <source>All prices include every fee.</source>
        <translation>Alle Preise enthalten sämtliche Gebühren.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Price area</source>
        <translation>Preisgruppe</translation>
    </message>
    <message>
        <source>Best seats together</source>
        <translation>Beste Plätze nebeneinander</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>Hold the best seats</source>
        <translation>Beste Plätze für mich halten</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stehplätze</translation>
    </message>
    <message>
        <source>Hold these places</source>
        <translation>Plätze für mich halten</translation>
    </message>
    <message>
        <source>Choose your seats yourself</source>
        <translation>Plätze selbst wählen</translation>
    </message>
    <message>
        <source>This event is sold out. Places that others give back appear here, so look again; or ask at the box office.</source>
        <translation>Diese Veranstaltung ist ausverkauft. Plätze, die andere zurückgeben, erscheinen hier; sehen Sie also wieder nach, oder fragen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>This event is not on sale now. Prices and the plan are below; look again later, or ask at the box office when the sale begins.</source>
        <translation>Diese Veranstaltung ist zurzeit nicht im Verkauf. Preise und Plan stehen unten; sehen Sie später wieder nach, oder fragen Sie an der Kasse, wann der Verkauf beginnt.</translation>
    </message>
    <message>
        <source>all fees included</source>
        <translation>inklusive aller Gebühren</translation>
    </message>
    <message>
        <source>The house at a glance; the colours are those of the prices below.</source>
        <translation>Das Haus im Überblick; die Farben sind die der Preise unten.</translation>
    </message>
    <message>
        <source>Plan of the house. The list of sections says the same in words.</source>
        <translation>Plan des Hauses. Die Liste der Bereiche sagt dasselbe in Worten.</translation>
    </message>
    <message>
        <source>See the seats</source>
        <translation>Plätze ansehen</translation>
    </message>
    <message>
        <source>Not on sale now</source>
        <translation>zurzeit nicht im Verkauf</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy, HH:mm</source>
        <comment>how a date and time of day is written</comment>
        <translation>dddd, d. MMMM yyyy, HH:mm &apos;Uhr&apos;</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>how a time of day is written</comment>
        <translation>HH:mm &apos;Uhr&apos;</translation>
    </message>
    <message>
        <source>%1, row %2, seat %3</source>
        <translation>%1, Reihe %2, Platz %3</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Show this code at the door, on paper or on your phone. It lets one person in, once: whoever comes first with it. Do not pass a copy on.</source>
        <translation>Zeigen Sie diesen Code am Einlass, auf Papier oder auf dem Telefon. Er lässt einmal eine Person ein: die erste, die damit kommt. Geben Sie keine Kopie weiter.</translation>
    </message>
    <message>
        <source>Ticket %1 of %2</source>
        <translation>Karte %1 von %2</translation>
    </message>
</context>
</TS>
